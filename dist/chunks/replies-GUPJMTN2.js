import{b as a,c as b}from"./chunk-3GB4OFOR.js";import"./chunk-VAXFZMX4.js";export{a as readWithReplies,b as repliesTo};
