import{a as e}from"./chunk-BNYGZJ25.js";var o=e("node:timers/promises"),t=s=>o[s],m=t("setTimeout");var a=t("setImmediate");export{m as a,a as b};
