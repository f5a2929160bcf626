import{c as a}from"./chunk-I4VZJQKN.js";import{a as m}from"./chunk-4YIGOH3Q.js";import{b as t}from"./chunk-L7UVIN6C.js";import{h as s}from"./chunk-G36DQCIR.js";import{a as i}from"./chunk-5OKW4PSE.js";import"./chunk-IRQSSVJ6.js";import"./chunk-WSDQUPOA.js";import"./chunk-M4J6SOAA.js";import"./chunk-EN6B6NIE.js";import"./chunk-G4AE2RJD.js";function u(n){return n.map(p).join(`
`)}function p({about:n,text:r,choices:e}){return`${[`About: ${n}`,`  ${r}`,...e.map(d=>`  - ${d}`)].map(t).join(`
`)}
`}var c=3e5;async function q({repository:n,text:r,json:e}){m({directory:n,environment:i(!1).variables,deadline:s(c)});let o=a(r);return process.stdout.write(e?`${JSON.stringify({source:"read",...o},null,2)}
`:u(o.questions)),0}export{q as requestCommand};
