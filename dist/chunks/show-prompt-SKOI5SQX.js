import{a as w}from"./chunk-KFQTESH6.js";import{a as x,d as C}from"./chunk-XOZHLS6N.js";import"./chunk-G3JN4JDL.js";import"./chunk-GDE2OKH6.js";import{a as h}from"./chunk-WSZ3UYD6.js";import{a as y}from"./chunk-RXO4ITOH.js";import"./chunk-HM3PTOJ6.js";import{a as b}from"./chunk-6M7L4V7M.js";import{x as v}from"./chunk-TGL2K4KI.js";import{a as d}from"./chunk-CHEZBGKN.js";import{h as u}from"./chunk-KIZZIVOC.js";import"./chunk-ONDIO7R6.js";import{b as l,c as g}from"./chunk-MXKLVR4M.js";import"./chunk-C52L3M4M.js";import{a as c}from"./chunk-5OKW4PSE.js";import"./chunk-NUFRM6SI.js";import"./chunk-3CFIJN4X.js";import"./chunk-EN6B6NIE.js";import"./chunk-LXWC5J6N.js";import"./chunk-ELHWRB2T.js";import"./chunk-Y3IAF4GJ.js";import"./chunk-4KZQ6MCU.js";import"./chunk-FB7V5PZK.js";import{a as L}from"./chunk-PXMQBT3W.js";import"./chunk-CLIHHJ3G.js";import"./chunk-HA6UW6PM.js";import"./chunk-6LT6DEVZ.js";import"./chunk-HTW3ZXCY.js";import"./chunk-K4C5UIP4.js";import"./chunk-HLFRMJIT.js";import"./chunk-WCDLPJEE.js";import{d as a,e as f}from"./chunk-NUY5ZSU6.js";import"./chunk-YI4JHFID.js";import"./chunk-6SHZNWR6.js";import"./chunk-UI3AKGB2.js";import"./chunk-XMXQNLCJ.js";import"./chunk-NFRL7DNG.js";import"./chunk-S4IGMZ7U.js";import"./chunk-4JP4GVDG.js";import"./chunk-VAXFZMX4.js";function $({instructions:o,tool:t,turns:n},e){let r=n.map(({text:i})=>`# Message

${i}
`);return[`# Instructions (the same for every repository; prompt digest ${e})

${o}
`,`# Tool: ${t.name}

${t.description}

${JSON.stringify(t.input,null,2)}

`,...r].map(a).join("")}function E(o,t,n){return b({promptDigest:t,notes:n,conversation:o})}var O=3e5;async function K(o){let{variables:t}=c(!1),n=await j(o,t),e=await v(n.tree),r=h("command-line",o.command==="generate"?o.request:o.text),i=await C({wishes:r,profile:e,context:n,known:L(t)}),{conversation:s,promptDigest:m,notes:p}=i,P=x(i)===null?[]:["Nothing would be sent: these words need no model to be refused or asked about."];return process.stderr.write([...P,...p].map(D=>`${f(D)}
`).join("")),process.stdout.write(o.json?E(s,m,p):$(s,m)),0}async function j(o,t){let n=u(O),{git:e,trees:r}=d({directory:o.repository,environment:t,deadline:n});if(await g(e)===null)return w(await l(e,r));let{base:i,head:s}=o.command==="generate"?o:{base:null,head:null};return y({git:e,trees:r,base:i,head:s})}export{K as showPrompt};
