function i(r,n){return r.replace(/\{(\w+)\}/g,(t,e)=>Object.hasOwn(n,e)?n[e]??t:t)}function s(r){return r.replace(/[.\s]+$/,"")}export{i as a,s as b};
