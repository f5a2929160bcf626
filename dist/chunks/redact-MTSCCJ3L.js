import{a}from"./chunk-4VR5TFJX.js";import"./chunk-H7R2QPOH.js";import"./chunk-FB7V5PZK.js";import"./chunk-G4UKPFEN.js";import"./chunk-BNYGZJ25.js";import"./chunk-G4AE2RJD.js";export{a as redact};
