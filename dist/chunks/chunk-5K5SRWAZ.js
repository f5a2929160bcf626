import{a as t}from"./chunk-BNYGZJ25.js";var e=t("node:url"),a=o=>e[o];var s=a("fileURLToPath");export{s as a};
