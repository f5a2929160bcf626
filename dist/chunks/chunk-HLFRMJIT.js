import{a as e}from"./chunk-S4IGMZ7U.js";var o=e("node:timers/promises"),t=s=>o[s],m=t("setTimeout");var a=t("setImmediate");export{m as a,a as b};
