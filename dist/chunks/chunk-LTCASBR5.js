import{a as e}from"./chunk-BNYGZJ25.js";var r=e("node:util"),t=s=>r[s];var a=t("inspect");var n=t("isDeepStrictEqual");var c=t("promisify");var p=t("types");var i=r;export{a,n as b,c,p as d,i as e};
