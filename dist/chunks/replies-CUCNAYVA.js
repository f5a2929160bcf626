import{b as a,c as b}from"./chunk-QP3I3OQA.js";import"./chunk-VAXFZMX4.js";export{a as readWithReplies,b as repliesTo};
