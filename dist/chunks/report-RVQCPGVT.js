import{b as a,c as b}from"./chunk-CDIRV6FP.js";import"./chunk-QRFN3W2W.js";import"./chunk-YOWSS47I.js";import"./chunk-VRVEJ5L4.js";export{b as renderFailure,a as renderReportSummary};
