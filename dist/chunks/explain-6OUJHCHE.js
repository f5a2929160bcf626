import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import{b as u}from"./chunk-IMYOI5AR.js";import{a as d}from"./chunk-65UYV3LJ.js";import{a}from"./chunk-QSRAJVFS.js";import{a as p,d as l}from"./chunk-4DLLEXAX.js";import{a as s}from"./chunk-N4365BVN.js";import"./chunk-27Y7EPWE.js";function f({id:r,level:o,title:t,description:n,help:e,aliases:m,good:$,bad:y},i){return`${[`${i.bold(r)}  ${o}
${t}.`,n,e,m.length>0?`Elsewhere: ${m.join(", ")}.`:"",`${i.red("Bad:")}
${c(y)}`,`${i.green("Good:")}
${c($)}`].filter(R=>R!=="").join(`

`)}
`}function c(r){return r.trimEnd().split(`
`).map(o=>o===""?"":`  ${o}`).join(`
`)}async function U({rule:r}){let o=[...d,...a],t=o.find(({id:n,aliases:e})=>n===r||e.includes(r));if(!t)throw new s("UNKNOWN_RULE",`there is no rule '${r}'; did you mean ${u(r,o.map(({id:n})=>n))}?`);return process.stdout.write(f(t,p(l(process.stdout.isTTY===!0).color))),0}export{U as explainCommand};
