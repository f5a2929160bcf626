import{a}from"./chunk-IAL3L2PD.js";import"./chunk-FB7V5PZK.js";import"./chunk-43HWLALH.js";import"./chunk-S4IGMZ7U.js";import"./chunk-VAXFZMX4.js";export{a as redact};
