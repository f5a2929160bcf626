import{b as a,c as b}from"./chunk-BV7DC3RS.js";import"./chunk-VAXFZMX4.js";export{a as readWithReplies,b as repliesTo};
