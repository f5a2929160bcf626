import{a as $,b as y}from"./chunk-HY3KODMQ.js";import{a as g,c as O}from"./chunk-KMS3YCZG.js";import{b as E}from"./chunk-WRDL5GTR.js";import{a as R}from"./chunk-RHROL5YZ.js";import{a as d}from"./chunk-PZZZ5GN5.js";import{a}from"./chunk-5OKW4PSE.js";import"./chunk-4W62UU3B.js";import{a as l,b as c}from"./chunk-DBKDPCW2.js";import{b as f}from"./chunk-6LT6DEVZ.js";import"./chunk-VAXFZMX4.js";function L({id:r,level:n,title:o,description:e,help:i,aliases:t,good:m,bad:s},p){return`${[`${p.bold(r)}  ${n}
${o}.`,e,E(i),t.length>0?`Elsewhere: ${t.join(", ")}.`:"",`${p.red("Bad:")}
${C(s)}`,`${p.green("Good:")}
${C(m)}`].filter(b=>b!=="").join(`

`)}
`}function N(r,n,o){return`${o.bold(r)}

${n}
`}function C(r){return r.trimEnd().split(`
`).map(n=>n===""?"":`  ${n}`).join(`
`)}async function k({rule:r}){let n=[...$,...y,...O,R],o=d(a(process.stdout.isTTY===!0).color),e=j(r),i=n.find(({id:t,aliases:m})=>t===r||m.some(s=>h(s,r)));if(e!==null)return process.stdout.write(N(r,e,o)),0;if(!i)throw new c("UNKNOWN_RULE",`there is no rule '${r}'; did you mean ${f(r,[...n.map(({id:t})=>t),...Object.keys(u)])}?`);return process.stdout.write(L(i,o)),0}var u={...g,...Object.fromEntries(Object.entries(l).map(([r,{help:n}])=>[r,n]))};function j(r){return Object.hasOwn(u,r)?u[r]??null:null}function h(r,n){return r===n||r.split("/")[1]===n}export{k as explainCommand};
