async function t(e,r){let{read:o}=await import("./read-U3IXYX74.js");return o(e,r)}export{t as a};
