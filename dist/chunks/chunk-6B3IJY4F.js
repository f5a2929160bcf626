import{a as e}from"./chunk-BNYGZJ25.js";var t=e("node:zlib"),s=o=>t[o];var a=s("gunzipSync");var c=s("createGunzip");var n=t;export{a,c as b,n as c};
