import{a as k,d as L}from"./chunk-F44TPPN2.js";import{a as $}from"./chunk-ODKW46AJ.js";import{G as Q}from"./chunk-BDIBCBPW.js";import{a as h}from"./chunk-UCMAC6DY.js";import{h as w}from"./chunk-AK3JBDFK.js";import{b}from"./chunk-M4YVBWJ6.js";import{c as s}from"./chunk-PZZZ5GN5.js";import{b as q}from"./chunk-YN2KRQMZ.js";import"./chunk-YI4JHFID.js";import{a as y}from"./chunk-5OKW4PSE.js";import"./chunk-6SHZNWR6.js";import"./chunk-UI3AKGB2.js";import"./chunk-C52L3M4M.js";import"./chunk-NUFRM6SI.js";import"./chunk-Y2OUN6EZ.js";import{a as R}from"./chunk-ONDIO7R6.js";import"./chunk-4W62UU3B.js";import"./chunk-NFRL7DNG.js";import"./chunk-S4IGMZ7U.js";import"./chunk-FB7V5PZK.js";import"./chunk-ELHWRB2T.js";import"./chunk-DBKDPCW2.js";import"./chunk-K4C5UIP4.js";import"./chunk-VAXFZMX4.js";function S(e){return e.map(C).join(`
`)}function C({about:e,text:i,choices:a,replies:t=[]}){let n=t.length>0?["  Say instead:",...t.map(o=>`  - ${o}`)]:a.map(o=>`  - ${o}`);return`${[...e===""?[]:[`About: ${e}`],`  ${i}`,...n].map(s).join(`
`)}
`}function j({request:e,questions:i,refused:a}){let t=a.map(({rule:r,message:o})=>`Refused: ${r}
  ${o}
`),n=e.intents.flatMap(r=>[`# ${k(r)}
`,`- ${JSON.stringify(r)}
`]);return[...t,...i.length>0?[S(i)]:[],...n.length>0?[`Understood:
`,...n.map(M)]:[]].join("")}function M(e){return`${s(e.trimEnd())}
`}var N={reading:null,fallback:null,usage:R};async function X(e,i){let{repository:a,text:t,model:n,json:r}=e,o=w(e.timeoutSeconds*1e3),{variables:x}=y(!1),{git:l,trees:p}=h({directory:a,environment:x,deadline:o}),u=await Q(await q(l,p)),d=n.choice.kind==="none"?N:await(await import("./model-reading-SYHAVOXP.js")).readByModel({git:l,trees:p,text:t,model:n,profile:u,deadline:o,home:i}),c=d.reading??await b(t,u),f={...c,questions:await Promise.all(c.questions.map(L))},E=d.reading===null?"read":"model",{fallback:m,usage:A}=d,g=m?`${m.message} [${m.code}]`:n.choice.kind==="keyless"?null:n.choice.note;return g!==null&&process.stderr.write(`Note: ${s(g)}
`),process.stdout.write(r?$({source:E,...f,fallback:m,usage:A}):j(f)),0}export{X as requestCommand};
