import{a as d}from"./chunk-CGI4MN3B.js";import{a}from"./chunk-BCE73RFF.js";import{b as u}from"./chunk-6LT6DEVZ.js";import{a as p}from"./chunk-L7UVIN6C.js";import{a as l}from"./chunk-5OKW4PSE.js";import{a as s}from"./chunk-M4J6SOAA.js";import"./chunk-G4AE2RJD.js";function f({id:r,level:o,title:t,description:n,help:e,aliases:m,good:$,bad:y},i){return`${[`${i.bold(r)}  ${o}
${t}.`,n,e,m.length>0?`Elsewhere: ${m.join(", ")}.`:"",`${i.red("Bad:")}
${c(y)}`,`${i.green("Good:")}
${c($)}`].filter(R=>R!=="").join(`

`)}
`}function c(r){return r.trimEnd().split(`
`).map(o=>o===""?"":`  ${o}`).join(`
`)}async function U({rule:r}){let o=[...d,...a],t=o.find(({id:n,aliases:e})=>n===r||e.includes(r));if(!t)throw new s("UNKNOWN_RULE",`there is no rule '${r}'; did you mean ${u(r,o.map(({id:n})=>n))}?`);return process.stdout.write(f(t,p(l(process.stdout.isTTY===!0).color))),0}export{U as explainCommand};
