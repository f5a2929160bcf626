import{a as f,b as c}from"./chunk-HY3KODMQ.js";import{a as d}from"./chunk-NQEMVFGE.js";import{b as a}from"./chunk-WRDL5GTR.js";import{b as u}from"./chunk-6LT6DEVZ.js";import{c as s}from"./chunk-NUY5ZSU6.js";import{a as l}from"./chunk-5OKW4PSE.js";import{a as p}from"./chunk-T2GEWGDW.js";import"./chunk-G4AE2RJD.js";function $({id:r,level:o,title:t,description:n,help:i,aliases:e,good:y,bad:E},m){return`${[`${m.bold(r)}  ${o}
${t}.`,n,a(i),e.length>0?`Elsewhere: ${e.join(", ")}.`:"",`${m.red("Bad:")}
${R(E)}`,`${m.green("Good:")}
${R(y)}`].filter(g=>g!=="").join(`

`)}
`}function R(r){return r.trimEnd().split(`
`).map(o=>o===""?"":`  ${o}`).join(`
`)}async function W({rule:r}){let o=[...f,...c,...d],t=o.find(({id:n,aliases:i})=>n===r||i.some(e=>N(e,r)));if(!t)throw new p("UNKNOWN_RULE",`there is no rule '${r}'; did you mean ${u(r,o.map(({id:n})=>n))}?`);return process.stdout.write($(t,s(l(process.stdout.isTTY===!0).color))),0}function N(r,o){return r===o||r.split("/")[1]===o}export{W as explainCommand};
