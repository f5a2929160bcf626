import{b as a,c as b}from"./chunk-FT6D37UF.js";import"./chunk-JTAOAFOO.js";import"./chunk-BF2WBWDA.js";import"./chunk-YBMDTDCM.js";export{b as renderFailure,a as renderReportSummary};
