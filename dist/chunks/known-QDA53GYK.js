import{a}from"./chunk-PXMQBT3W.js";import"./chunk-G4AE2RJD.js";export{a as knownSecrets};
