async function t(e,r){let{read:o}=await import("./read-ANWUPK73.js");return o(e,r)}export{t as a};
