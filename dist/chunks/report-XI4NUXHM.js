import{b as a,c as b}from"./chunk-ANQYPVJP.js";import"./chunk-JTAOAFOO.js";import"./chunk-BF2WBWDA.js";import"./chunk-MFLH436I.js";export{b as renderFailure,a as renderReportSummary};
