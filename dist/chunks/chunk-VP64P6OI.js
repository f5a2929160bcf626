async function t(e,r){let{read:o}=await import("./read-ZOCKZYCT.js");return o(e,r)}export{t as a};
