import{a as e}from"./chunk-BNYGZJ25.js";var o=e("node:fs/promises"),t=s=>o[s];var n=t("rename");var r=t("mkdir");var c=t("realpath");export{n as a,r as b,c};
