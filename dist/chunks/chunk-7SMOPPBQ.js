async function t(e,r){let{read:o}=await import("./read-RCRVRUFC.js");return o(e,r)}export{t as a};
