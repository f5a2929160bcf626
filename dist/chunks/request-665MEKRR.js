import{c as u}from"./chunk-I4VZJQKN.js";import{a as m}from"./chunk-WWW5HOUE.js";import{h as s}from"./chunk-M2JWGFVA.js";import"./chunk-P25B4A3R.js";import"./chunk-UI3AKGB2.js";import"./chunk-M4J6SOAA.js";import{a}from"./chunk-RJNVQWNZ.js";import{e as t}from"./chunk-U4MGAZUJ.js";import{a as i}from"./chunk-5OKW4PSE.js";import"./chunk-BNYGZJ25.js";import"./chunk-EN6B6NIE.js";import"./chunk-G4AE2RJD.js";function d(n){return n.map(c).join(`
`)}function c({about:n,text:e,choices:r}){return`${[`About: ${n}`,`  ${e}`,...r.map(p=>`  - ${p}`)].map(t).join(`
`)}
`}var f=3e5;async function $({repository:n,text:e,json:r}){m({directory:n,environment:i(!1).variables,deadline:s(f)});let o=u(e);return process.stdout.write(r?a({source:"read",...o}):d(o.questions)),0}export{$ as requestCommand};
