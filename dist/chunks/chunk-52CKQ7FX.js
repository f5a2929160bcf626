function i(t,e){return t.replace(/\{(\w+)\}/g,(r,n)=>Object.hasOwn(e,n)?e[n]??r:r)}export{i as a};
