import{b as a,c as b}from"./chunk-7W4SLRGT.js";import"./chunk-QRFN3W2W.js";import"./chunk-YOWSS47I.js";import"./chunk-MFLH436I.js";export{b as renderFailure,a as renderReportSummary};
