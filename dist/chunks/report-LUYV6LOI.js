import{b as a,c as b}from"./chunk-PU6G4FEU.js";import"./chunk-QRFN3W2W.js";import"./chunk-YOWSS47I.js";import"./chunk-JSVMMMO4.js";export{b as renderFailure,a as renderReportSummary};
