import{b as a,c as b}from"./chunk-BVF3P6DM.js";import"./chunk-JZFL5YFH.js";import"./chunk-PZ3OFYCH.js";import"./chunk-YBMDTDCM.js";export{b as renderFailure,a as renderReportSummary};
