import{b as a,c as b}from"./chunk-PMH5GLUR.js";import"./chunk-NUFRM6SI.js";import"./chunk-SLSO3Q7D.js";import"./chunk-O3NW6B7H.js";export{b as renderFailure,a as renderReportSummary};
