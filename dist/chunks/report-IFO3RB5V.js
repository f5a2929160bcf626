import{b as a,c as b}from"./chunk-YA5VKBTB.js";import"./chunk-QRFN3W2W.js";import"./chunk-YOWSS47I.js";import"./chunk-VRVEJ5L4.js";export{b as renderFailure,a as renderReportSummary};
