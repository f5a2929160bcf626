import{a as t}from"./chunk-S4IGMZ7U.js";var s=t("node:util"),e=r=>s[r];var a=e("isDeepStrictEqual");var n=e("parseArgs");export{a,n as b};
