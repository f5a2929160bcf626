import{a as O,b as y}from"./chunk-AX6I7SH6.js";import{a as f}from"./chunk-C2XHYGVB.js";import{a as g,c as $}from"./chunk-RQQXEVS2.js";import{b as E}from"./chunk-WRDL5GTR.js";import{a}from"./chunk-5OKW4PSE.js";import{a as d}from"./chunk-K2UE6YCX.js";import"./chunk-L2NDWWXI.js";import{a as R}from"./chunk-RHROL5YZ.js";import{a as p,b as c}from"./chunk-DBKDPCW2.js";import"./chunk-6LT6DEVZ.js";import"./chunk-VAXFZMX4.js";function L({id:r,level:n,title:t,description:i,help:m,aliases:o,good:e,bad:s},u){return`${[`${u.bold(r)}  ${n}
${t}.`,i,E(m),o.length>0?`Elsewhere: ${o.join(", ")}.`:"",`${u.red("Bad:")}
${C(s)}`,`${u.green("Good:")}
${C(e)}`].filter(b=>b!=="").join(`

`)}
`}function N(r,n,t){return`${t.bold(r)}

${n}
`}function C(r){return r.trimEnd().split(`
`).map(n=>n===""?"":`  ${n}`).join(`
`)}async function k({rule:r}){let n=[...O,...y,...$,R],t=d(a(process.stdout.isTTY===!0).color),i=j(r),m=n.find(({id:o,aliases:e})=>o===r||e.some(s=>h(s,r)));if(i!==null)return process.stdout.write(N(r,i,t)),0;if(!m){let o=f(r,[...n.map(({id:e})=>e),...Object.keys(l)]);throw new c("UNKNOWN_RULE",`there is no rule '${r}'${o===null?".":`; did you mean ${o}?`}`)}return process.stdout.write(L(m,t)),0}var l={...g,...Object.fromEntries(Object.entries(p).map(([r,{help:n}])=>[r,n]))};function j(r){return Object.hasOwn(l,r)?l[r]??null:null}function h(r,n){return r===n||r.split("/")[1]===n}export{k as explainCommand};
