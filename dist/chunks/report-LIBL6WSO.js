import{b as a,c as b}from"./chunk-DYPD332I.js";import"./chunk-335ENUT6.js";import"./chunk-PZ3OFYCH.js";import"./chunk-YBMDTDCM.js";export{b as renderFailure,a as renderReportSummary};
