import{b as a,c as b}from"./chunk-PDTICT7W.js";import"./chunk-VAXFZMX4.js";export{a as readWithReplies,b as repliesTo};
