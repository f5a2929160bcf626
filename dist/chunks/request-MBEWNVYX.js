import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import{c as a}from"./chunk-WVBPRAKV.js";import"./chunk-SCY6PPPC.js";import{a as m}from"./chunk-NEWS6FVF.js";import{a as s}from"./chunk-ZKWPZ5IG.js";import"./chunk-PW3XY3EK.js";import{b as t,d as i}from"./chunk-4DLLEXAX.js";import"./chunk-N4365BVN.js";import"./chunk-27Y7EPWE.js";function u(n){return n.map(p).join(`
`)}function p({about:n,text:r,choices:e}){return`${[`About: ${n}`,`  ${r}`,...e.map(d=>`  - ${d}`)].map(t).join(`
`)}
`}var c=3e5;async function q({repository:n,text:r,json:e}){m({directory:n,environment:i(!1).variables,deadline:s(c)});let o=a(r);return process.stdout.write(e?`${JSON.stringify({source:"read",...o},null,2)}
`:u(o.questions)),0}export{q as requestCommand};
