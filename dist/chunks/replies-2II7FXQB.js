import{b as a,c as b}from"./chunk-IVVN3W5U.js";import"./chunk-VAXFZMX4.js";export{a as readWithReplies,b as repliesTo};
