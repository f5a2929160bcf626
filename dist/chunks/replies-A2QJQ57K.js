import{b as a,c as b}from"./chunk-QP4OF6PN.js";import"./chunk-VAXFZMX4.js";export{a as readWithReplies,b as repliesTo};
