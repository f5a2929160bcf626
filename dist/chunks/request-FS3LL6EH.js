import{c as a}from"./chunk-I4VZJQKN.js";import{c as t}from"./chunk-5WBP5HNQ.js";import{a as m}from"./chunk-K2YH6JIK.js";import{h as s}from"./chunk-I7EQ2TYF.js";import{a as i}from"./chunk-5OKW4PSE.js";import"./chunk-EDGBYMUP.js";import"./chunk-UI3AKGB2.js";import"./chunk-45UMV5GV.js";import"./chunk-MDZGBCXV.js";import"./chunk-BNYGZJ25.js";import"./chunk-EN6B6NIE.js";import"./chunk-G4AE2RJD.js";function u(n){return n.map(p).join(`
`)}function p({about:n,text:e,choices:r}){return`${[`About: ${n}`,`  ${e}`,...r.map(d=>`  - ${d}`)].map(t).join(`
`)}
`}var c=3e5;async function q({repository:n,text:e,json:r}){m({directory:n,environment:i(!1).variables,deadline:s(c)});let o=a(e);return process.stdout.write(r?`${JSON.stringify({source:"read",...o},null,2)}
`:u(o.questions)),0}export{q as requestCommand};
