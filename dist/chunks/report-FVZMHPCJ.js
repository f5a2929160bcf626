import{b as a,c as b}from"./chunk-OCEPHJGR.js";import"./chunk-XGIVZAEY.js";import"./chunk-SLSO3Q7D.js";import"./chunk-O3NW6B7H.js";export{b as renderReport,a as validate};
