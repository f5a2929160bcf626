import{a as o}from"./chunk-VAXFZMX4.js";var r=e=>process.getBuiltinModule?.(e)??o(e);export{r as a};
