async function t(e,r){let{read:o}=await import("./read-WRC3U55K.js");return o(e,r)}export{t as a};
