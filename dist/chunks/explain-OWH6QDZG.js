import{b as l}from"./chunk-6LT6DEVZ.js";import{a as d}from"./chunk-PLN7TFU4.js";import{a as p}from"./chunk-M4J6SOAA.js";import{a as c,b as f}from"./chunk-CHWFWAAD.js";import{b as a}from"./chunk-WRDL5GTR.js";import{a as s}from"./chunk-L7UVIN6C.js";import{a as u}from"./chunk-5OKW4PSE.js";import"./chunk-G4AE2RJD.js";function $({id:r,level:o,title:t,description:n,help:e,aliases:m,good:y,bad:E},i){return`${[`${i.bold(r)}  ${o}
${t}.`,n,a(e),m.length>0?`Elsewhere: ${m.join(", ")}.`:"",`${i.red("Bad:")}
${R(E)}`,`${i.green("Good:")}
${R(y)}`].filter(g=>g!=="").join(`

`)}
`}function R(r){return r.trimEnd().split(`
`).map(o=>o===""?"":`  ${o}`).join(`
`)}async function W({rule:r}){let o=[...c,...f,...d],t=o.find(({id:n,aliases:e})=>n===r||e.includes(r));if(!t)throw new p("UNKNOWN_RULE",`there is no rule '${r}'; did you mean ${l(r,o.map(({id:n})=>n))}?`);return process.stdout.write($(t,s(u(process.stdout.isTTY===!0).color))),0}export{W as explainCommand};
