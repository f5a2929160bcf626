function i(t,r){return t.replace(/\{(\w+)\}/g,(e,n)=>Object.hasOwn(r,n)?r[n]??e:e)}export{i as a};
