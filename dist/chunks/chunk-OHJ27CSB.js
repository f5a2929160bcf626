import{a as e}from"./chunk-BNYGZJ25.js";var t=e("node:zlib"),o=s=>t[s];var a=o("gunzipSync");var c=t;export{a,c as b};
