import{b as a,c as b}from"./chunk-JR5HOU3A.js";import"./chunk-VAXFZMX4.js";export{a as readWithReplies,b as repliesTo};
