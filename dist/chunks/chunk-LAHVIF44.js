function o(n,r){let e=r?.trim()??"";return e===""?[]:[{from:n,words:e,by:null,url:null}]}export{o as a};
