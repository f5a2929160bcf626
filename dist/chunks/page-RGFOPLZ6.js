import{a}from"./chunk-ZCQQB5QL.js";import"./chunk-PZZZ5GN5.js";import"./chunk-4W62UU3B.js";import"./chunk-VAXFZMX4.js";export{a as renderProfile};
