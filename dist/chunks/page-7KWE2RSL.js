import{a}from"./chunk-BFJBEDVF.js";import"./chunk-K2UE6YCX.js";import"./chunk-L2NDWWXI.js";import"./chunk-VAXFZMX4.js";export{a as renderProfile};
