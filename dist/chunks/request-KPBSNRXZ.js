import{a as R}from"./chunk-DLGIW5EC.js";import{b as q}from"./chunk-YN2KRQMZ.js";import{h}from"./chunk-PGUOKFZQ.js";import"./chunk-YI4JHFID.js";import{a as Q,d as b,e as k}from"./chunk-VN62QVVF.js";import{a as $}from"./chunk-XMACFGXG.js";import{a as y}from"./chunk-5OKW4PSE.js";import"./chunk-6SHZNWR6.js";import"./chunk-UI3AKGB2.js";import{c as s}from"./chunk-K2UE6YCX.js";import"./chunk-H6WUNGI3.js";import"./chunk-S4IGMZ7U.js";import{a as w}from"./chunk-ONDIO7R6.js";import"./chunk-L2NDWWXI.js";import"./chunk-DBKDPCW2.js";import"./chunk-K2TRYIVC.js";import"./chunk-7AJNADI6.js";import"./chunk-VAXFZMX4.js";function L(e){return e.map(O).join(`
`)}function O({about:e,text:i,choices:a,replies:t=[]}){let n=t.length>0?["  Say instead:",...t.map(o=>`  - ${o}`)]:a.map(o=>`  - ${o}`);return`${[...e===""?[]:[`About: ${e}`],`  ${i}`,...n].map(s).join(`
`)}
`}function S({request:e,questions:i,refused:a}){let t=a.map(({rule:r,message:o})=>`Refused: ${r}
  ${o}
`),n=e.intents.flatMap(r=>[`# ${Q(r)}
`,`- ${JSON.stringify(r)}
`]);return[...t,...i.length>0?[L(i)]:[],...n.length>0?[`Understood:
`,...n.map(P)]:[]].join("")}function P(e){return`${s(e.trimEnd())}
`}var v={reading:null,fallback:null,usage:w};async function Y(e,i){let{repository:a,text:t,model:n,json:r}=e,o=h(e.timeoutSeconds*1e3),{variables:j}=y(!1),{git:p,trees:u}=R({directory:a,environment:j,deadline:o}),[x,{profileRepository:E},{readWithReplies:A}]=await Promise.all([q(p,u),import("./profile-MIZYAAQW.js"),import("./replies-ZW4Q2XR5.js")]),c=await E(x),d=n.choice.kind==="none"?v:await(await import("./model-reading-3RCDIOTR.js")).readByModel({git:p,trees:u,text:t,model:n,profile:c,deadline:o,home:i}),l=d.reading??await A(t,c),C=await Promise.all(l.questions.map(b)),f={...l,questions:C,refused:await Promise.all(l.refused.map(k))},M=d.reading===null?"read":"model",{fallback:m,usage:N}=d,g=m?`${m.message} [${m.code}]`:n.choice.kind==="keyless"?null:n.choice.note;return g!==null&&process.stderr.write(`Note: ${s(g)}
`),process.stdout.write(r?$({source:M,...f,fallback:m,usage:N}):S(f)),0}export{Y as requestCommand};
