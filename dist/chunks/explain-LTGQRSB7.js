import{a as c,b as R}from"./chunk-HY3KODMQ.js";import{a as f}from"./chunk-NQEMVFGE.js";import{b as d}from"./chunk-WRDL5GTR.js";import{c as s}from"./chunk-NUY5ZSU6.js";import{a as l}from"./chunk-5OKW4PSE.js";import{a}from"./chunk-RHROL5YZ.js";import{b as u}from"./chunk-6LT6DEVZ.js";import{a as p}from"./chunk-G72TYTGG.js";import"./chunk-VAXFZMX4.js";function E({id:r,level:o,title:t,description:n,help:i,aliases:e,good:y,bad:N},m){return`${[`${m.bold(r)}  ${o}
${t}.`,n,d(i),e.length>0?`Elsewhere: ${e.join(", ")}.`:"",`${m.red("Bad:")}
${$(N)}`,`${m.green("Good:")}
${$(y)}`].filter(g=>g!=="").join(`

`)}
`}function $(r){return r.trimEnd().split(`
`).map(o=>o===""?"":`  ${o}`).join(`
`)}async function P({rule:r}){let o=[...c,...R,...f,a],t=o.find(({id:n,aliases:i})=>n===r||i.some(e=>h(e,r)));if(!t)throw new p("UNKNOWN_RULE",`there is no rule '${r}'; did you mean ${u(r,o.map(({id:n})=>n))}?`);return process.stdout.write(E(t,s(l(process.stdout.isTTY===!0).color))),0}function h(r,o){return r===o||r.split("/")[1]===o}export{P as explainCommand};
