import{a as e}from"./chunk-S4IGMZ7U.js";var s=e("node:util"),t=r=>s[r];var a=t("isDeepStrictEqual");var n=t("promisify");var c=t("parseArgs");export{a,n as b,c};
