import{a as e}from"./chunk-BNYGZJ25.js";var r=e("node:util"),t=s=>r[s];var a=t("inspect");var n=t("isDeepStrictEqual");var c=t("types");var p=r;export{a,n as b,c,p as d};
