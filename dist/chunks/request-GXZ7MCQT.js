import{x as Q}from"./chunk-YNKEW2HN.js";import{a as y}from"./chunk-CHEZBGKN.js";import{b}from"./chunk-MXKLVR4M.js";import"./chunk-C52L3M4M.js";import"./chunk-NUFRM6SI.js";import{a as $}from"./chunk-6M7L4V7M.js";import{h as R}from"./chunk-KIZZIVOC.js";import"./chunk-ELHWRB2T.js";import{a as k}from"./chunk-PJWUJM73.js";import{a as h}from"./chunk-ONDIO7R6.js";import{a as g}from"./chunk-5OKW4PSE.js";import"./chunk-3CFIJN4X.js";import"./chunk-EN6B6NIE.js";import"./chunk-FB7V5PZK.js";import"./chunk-K4C5UIP4.js";import"./chunk-YI4JHFID.js";import"./chunk-6SHZNWR6.js";import"./chunk-UI3AKGB2.js";import{e as r}from"./chunk-NUY5ZSU6.js";import"./chunk-XMXQNLCJ.js";import"./chunk-NFRL7DNG.js";import"./chunk-S4IGMZ7U.js";import"./chunk-VAXFZMX4.js";function q(e){return e.map(E).join(`
`)}function E({about:e,text:o,choices:t}){return`${[`About: ${e}`,`  ${o}`,...t.map(n=>`  - ${n}`)].map(r).join(`
`)}
`}function w({request:e,questions:o,refused:t}){let i=t.map(({rule:s,message:a})=>`Refused: ${s}
  ${a}
`),n=e.intents.map(s=>`- ${JSON.stringify(s)}
`);return[...i,...o.length>0?[q(o)]:[],...n.length>0?[`Understood:
`,...n.map(S)]:[]].join("")}function S(e){return`${r(e.trimEnd())}
`}var A={reading:null,fallback:null,usage:h};async function W(e,o){let{repository:t,text:i,model:n,json:s}=e,a=R(e.timeoutSeconds*1e3),{variables:L}=g(!1),{git:d,trees:l}=y({directory:t,environment:L,deadline:a}),p=await Q(await b(d,l)),m=n.choice.kind==="none"?A:await(await import("./model-reading-SIDIDT2M.js")).readByModel({git:d,trees:l,text:i,model:n,profile:p,deadline:a,home:o}),u=m.reading??await k(i,p),j=m.reading===null?"read":"model",{fallback:c,usage:x}=m,f=c?.message??(n.choice.kind==="keyless"?null:n.choice.note);return f!==null&&process.stderr.write(`Note: ${r(f)}
`),process.stdout.write(s?$({source:j,...u,fallback:c,usage:x}):w(u)),0}export{W as requestCommand};
