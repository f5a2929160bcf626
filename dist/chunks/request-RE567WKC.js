import{c as k}from"./chunk-YNJNQ7KV.js";import{a as h}from"./chunk-PJWUJM73.js";import{a as w}from"./chunk-6M7L4V7M.js";import{x as Q}from"./chunk-TGL2K4KI.js";import{a as R}from"./chunk-CHEZBGKN.js";import{h as b}from"./chunk-KIZZIVOC.js";import{a as $}from"./chunk-ONDIO7R6.js";import{b as q}from"./chunk-MXKLVR4M.js";import"./chunk-C52L3M4M.js";import{a as y}from"./chunk-5OKW4PSE.js";import"./chunk-NUFRM6SI.js";import"./chunk-3CFIJN4X.js";import"./chunk-EN6B6NIE.js";import"./chunk-ELHWRB2T.js";import"./chunk-FB7V5PZK.js";import"./chunk-K4C5UIP4.js";import{e as t}from"./chunk-NUY5ZSU6.js";import"./chunk-YI4JHFID.js";import"./chunk-6SHZNWR6.js";import"./chunk-UI3AKGB2.js";import"./chunk-XMXQNLCJ.js";import"./chunk-NFRL7DNG.js";import"./chunk-S4IGMZ7U.js";import"./chunk-VAXFZMX4.js";function L(e){return e.map(A).join(`
`)}function A({about:e,text:o,choices:r}){return`${[`About: ${e}`,`  ${o}`,...r.map(n=>`  - ${n}`)].map(t).join(`
`)}
`}function j({request:e,questions:o,refused:r}){let i=r.map(({rule:s,message:a})=>`Refused: ${s}
  ${a}
`),n=e.intents.map(s=>`- ${JSON.stringify(s)}
`);return[...i,...o.length>0?[L(o)]:[],...n.length>0?[`Understood:
`,...n.map(C)]:[]].join("")}function C(e){return`${t(e.trimEnd())}
`}var N={reading:null,fallback:null,usage:$};async function I(e,o){let{repository:r,text:i,model:n,json:s}=e,a=b(e.timeoutSeconds*1e3),{variables:x}=y(!1),{git:d,trees:l}=R({directory:r,environment:x,deadline:a}),p=await Q(await q(d,l)),m=n.choice.kind==="none"?N:await(await import("./model-reading-FU63UDAX.js")).readByModel({git:d,trees:l,text:i,model:n,profile:p,deadline:a,home:o}),u=m.reading??await h(i,p),c={...u,questions:await Promise.all(u.questions.map(k))},E=m.reading===null?"read":"model",{fallback:f,usage:S}=m,g=f?.message??(n.choice.kind==="keyless"?null:n.choice.note);return g!==null&&process.stderr.write(`Note: ${t(g)}
`),process.stdout.write(s?w({source:E,...c,fallback:f,usage:S}):j(c)),0}export{I as requestCommand};
