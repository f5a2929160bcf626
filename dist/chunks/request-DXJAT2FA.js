import{a as k,d as L,e as S}from"./chunk-MDD7QLB6.js";import{a as $}from"./chunk-ODKW46AJ.js";import{G as Q}from"./chunk-PTBRAUMG.js";import{a as R}from"./chunk-4AQ4WP4G.js";import{h}from"./chunk-E6IOPNEE.js";import{b}from"./chunk-NOZOETFG.js";import{c as s}from"./chunk-PZZZ5GN5.js";import{b as q}from"./chunk-YN2KRQMZ.js";import"./chunk-YI4JHFID.js";import"./chunk-C52L3M4M.js";import{a as y}from"./chunk-5OKW4PSE.js";import"./chunk-6SHZNWR6.js";import"./chunk-UI3AKGB2.js";import"./chunk-K2TRYIVC.js";import"./chunk-7AJNADI6.js";import"./chunk-H6WUNGI3.js";import"./chunk-S4IGMZ7U.js";import"./chunk-FB7V5PZK.js";import{a as w}from"./chunk-ONDIO7R6.js";import"./chunk-4W62UU3B.js";import"./chunk-ELHWRB2T.js";import"./chunk-DBKDPCW2.js";import"./chunk-YTMLYTSE.js";import"./chunk-VAXFZMX4.js";function j(e){return e.map(N).join(`
`)}function N({about:e,text:i,choices:a,replies:t=[]}){let n=t.length>0?["  Say instead:",...t.map(o=>`  - ${o}`)]:a.map(o=>`  - ${o}`);return`${[...e===""?[]:[`About: ${e}`],`  ${i}`,...n].map(s).join(`
`)}
`}function x({request:e,questions:i,refused:a}){let t=a.map(({rule:r,message:o})=>`Refused: ${r}
  ${o}
`),n=e.intents.flatMap(r=>[`# ${k(r)}
`,`- ${JSON.stringify(r)}
`]);return[...t,...i.length>0?[j(i)]:[],...n.length>0?[`Understood:
`,...n.map(O)]:[]].join("")}function O(e){return`${s(e.trimEnd())}
`}var v={reading:null,fallback:null,usage:w};async function Z(e,i){let{repository:a,text:t,model:n,json:r}=e,o=h(e.timeoutSeconds*1e3),{variables:E}=y(!1),{git:p,trees:u}=R({directory:a,environment:E,deadline:o}),c=await Q(await q(p,u)),d=n.choice.kind==="none"?v:await(await import("./model-reading-R4S4LWLV.js")).readByModel({git:p,trees:u,text:t,model:n,profile:c,deadline:o,home:i}),l=d.reading??await b(t,c),A=await Promise.all(l.questions.map(L)),f={...l,questions:A,refused:await Promise.all(l.refused.map(S))},C=d.reading===null?"read":"model",{fallback:m,usage:M}=d,g=m?`${m.message} [${m.code}]`:n.choice.kind==="keyless"?null:n.choice.note;return g!==null&&process.stderr.write(`Note: ${s(g)}
`),process.stdout.write(r?$({source:C,...f,fallback:m,usage:M}):x(f)),0}export{Z as requestCommand};
