import{a as o}from"./chunk-G4AE2RJD.js";var r=e=>process.getBuiltinModule?.(e)??o(e);export{r as a};
