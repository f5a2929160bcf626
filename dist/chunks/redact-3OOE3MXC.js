import{a}from"./chunk-Y3IAF4GJ.js";import"./chunk-FB7V5PZK.js";import"./chunk-NFRL7DNG.js";import"./chunk-S4IGMZ7U.js";import"./chunk-VAXFZMX4.js";export{a as redact};
