import{b as a,c as b}from"./chunk-2PQ6WH5U.js";import"./chunk-VAXFZMX4.js";export{a as readWithReplies,b as repliesTo};
