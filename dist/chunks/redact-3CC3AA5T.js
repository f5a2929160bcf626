import{a}from"./chunk-3KEENQLO.js";import"./chunk-NFRL7DNG.js";import"./chunk-S4IGMZ7U.js";import"./chunk-FB7V5PZK.js";import"./chunk-VAXFZMX4.js";export{a as redact};
