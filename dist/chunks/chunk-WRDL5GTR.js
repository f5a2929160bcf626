function i(e,n){return e.replace(/\{(\w+)\}/g,(r,t)=>Object.hasOwn(n,t)?n[t]??r:r)}function l(e){return e.replace(/\{(\w+)\}/g,(n,r)=>r.toUpperCase())}export{i as a,l as b};
