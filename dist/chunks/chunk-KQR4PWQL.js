import{a as o}from"./chunk-EMBIDUMY.js";var r=e=>process.getBuiltinModule?.(e)??o(e);export{r as a};
