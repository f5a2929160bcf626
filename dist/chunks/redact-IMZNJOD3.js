import{a}from"./chunk-APBSOP73.js";import"./chunk-H7R2QPOH.js";import"./chunk-SUDDMKCA.js";import"./chunk-FB7V5PZK.js";import"./chunk-BNYGZJ25.js";import"./chunk-G4AE2RJD.js";export{a as redact};
