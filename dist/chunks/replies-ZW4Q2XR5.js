import{b as a,c as b}from"./chunk-EGOXIPY6.js";import"./chunk-VAXFZMX4.js";export{a as readWithReplies,b as repliesTo};
