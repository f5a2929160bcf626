import{b as a,c as b}from"./chunk-AQGPHKX7.js";import"./chunk-VAXFZMX4.js";export{a as readWithReplies,b as repliesTo};
