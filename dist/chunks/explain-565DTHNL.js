import{b as u}from"./chunk-6LT6DEVZ.js";import{a as d}from"./chunk-PLN7TFU4.js";import{a,b as c}from"./chunk-HPU4PJHT.js";import{a as s}from"./chunk-L7UVIN6C.js";import{a as l}from"./chunk-5OKW4PSE.js";import{a as p}from"./chunk-M4J6SOAA.js";import"./chunk-G4AE2RJD.js";function R({id:r,level:o,title:t,description:n,help:e,aliases:m,good:$,bad:y},i){return`${[`${i.bold(r)}  ${o}
${t}.`,n,e,m.length>0?`Elsewhere: ${m.join(", ")}.`:"",`${i.red("Bad:")}
${f(y)}`,`${i.green("Good:")}
${f($)}`].filter(E=>E!=="").join(`

`)}
`}function f(r){return r.trimEnd().split(`
`).map(o=>o===""?"":`  ${o}`).join(`
`)}async function T({rule:r}){let o=[...a,...c,...d],t=o.find(({id:n,aliases:e})=>n===r||e.includes(r));if(!t)throw new p("UNKNOWN_RULE",`there is no rule '${r}'; did you mean ${u(r,o.map(({id:n})=>n))}?`);return process.stdout.write(R(t,s(l(process.stdout.isTTY===!0).color))),0}export{T as explainCommand};
