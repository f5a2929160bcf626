function o(r,n){let e=n?.trim()??"";return e===""?[]:[{from:r,words:e,by:null,url:null}]}export{o as a};
