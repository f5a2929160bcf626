import{a as e}from"./chunk-S4IGMZ7U.js";var a=e("node:crypto"),t=r=>a[r];var s=t("createHash");var n=t("randomUUID");export{s as a,n as b};
