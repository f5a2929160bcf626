function e(r){return r.replace(/[.\s]+$/,"")}export{e as a};
