import{a}from"./chunk-PXMQBT3W.js";import"./chunk-VAXFZMX4.js";export{a as knownSecrets};
