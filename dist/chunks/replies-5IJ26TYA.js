import{b as a,c as b}from"./chunk-YAY6QF3X.js";import"./chunk-VAXFZMX4.js";export{a as readWithReplies,b as repliesTo};
