import{a as $,b as y}from"./chunk-AX6I7SH6.js";import{a as f}from"./chunk-C2XHYGVB.js";import{a as g,c as O}from"./chunk-RQQXEVS2.js";import{b as E}from"./chunk-WRDL5GTR.js";import{a}from"./chunk-5OKW4PSE.js";import{a as d}from"./chunk-K2UE6YCX.js";import"./chunk-L2NDWWXI.js";import{a as R}from"./chunk-RHROL5YZ.js";import{a as p,b as c}from"./chunk-DBKDPCW2.js";import{a as u}from"./chunk-Y4T42LIY.js";import"./chunk-6LT6DEVZ.js";import"./chunk-VAXFZMX4.js";function b({id:r,level:n,title:t,description:e,help:m,aliases:o,good:i,bad:s},l){return`${[`${l.bold(r)}  ${n}
${t}.`,e,E(m),o.length>0?`Elsewhere: ${o.join(", ")}.`:"",`${l.red("Bad:")}
${L(s)}`,`${l.green("Good:")}
${L(i)}`].filter(A=>A!=="").join(`

`)}
`}function j(r,n,t){return`${t.bold(r)}

${n}
`}function L(r){return r.trimEnd().split(`
`).map(n=>n===""?"":`  ${n}`).join(`
`)}async function D({rule:r}){let n=[...$,...y,...O,R],t=d(a(process.stdout.isTTY===!0).color),e=n.find(({id:o,aliases:i})=>o===r||i.some(s=>U(s,r))),m=N(C,r)??(e?null:N(u,r));if(m!==null)return process.stdout.write(j(r,m,t)),0;if(!e){let o=f(r,[...n.map(({id:i})=>i),...Object.keys(C),...Object.keys(u)]);throw new c("UNKNOWN_RULE",`there is no rule '${r}'${o===null?".":`; did you mean ${o}?`}`)}return process.stdout.write(b(e,t)),0}var C={...g,...Object.fromEntries(Object.entries(p).map(([r,{help:n}])=>[r,n]))};function N(r,n){return Object.hasOwn(r,n)?r[n]??null:null}function U(r,n){return r===n||r.split("/")[1]===n}export{D as explainCommand};
