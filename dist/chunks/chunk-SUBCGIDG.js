import{a as t}from"./chunk-BNYGZJ25.js";var a=t("node:crypto"),e=r=>a[r];var s=e("createHash");var n=e("createHmac");var o=e("randomUUID");export{s as a,n as b,o as c};
