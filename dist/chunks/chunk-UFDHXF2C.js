function e(i,r){let n=i.length;for(;n>0&&r.includes(i.charAt(n-1));)n-=1;return i.slice(0,n)}export{e as a};
