import{a}from"./chunk-KPNG33TZ.js";import"./chunk-H6WUNGI3.js";import"./chunk-S4IGMZ7U.js";import"./chunk-FB7V5PZK.js";import"./chunk-VAXFZMX4.js";export{a as redact};
