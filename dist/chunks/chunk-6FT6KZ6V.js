import{a as r,c as i}from"./chunk-G4AE2RJD.js";var o=i((p,e)=>{e.exports=r("node:fs")});export{o as a};
