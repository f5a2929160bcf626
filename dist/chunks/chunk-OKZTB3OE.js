import{a as l}from"./chunk-RMRDVSJM.js";function a(e){let o=[0];for(let n=e.indexOf(`
`);n>=0;n=e.indexOf(`
`,n+1))o.push(n+1);return n=>l(o,t=>t>n)}var c=2e3;function m(e){return e.split(`
`).map((o,n)=>({text:u(o),number:n+1}))}function u(e){return e.length>c?e.slice(0,c):e}var f=4e3;function d(e,o=()=>!0){let n=[];for(let t of e){let r=n.at(-1),i=r?.text.endsWith("\\")&&r.text.length<f&&o(r,t);r&&i?n[n.length-1]={...r,text:`${r.text.slice(0,-1).trimEnd()} ${t.text.trim()}`}:n.push(t)}return n}function g(e,o){let n=1;for(let t=0;t<=e.length;n+=1){let r=e.indexOf(`
`,t),i=r<0?e.length:r,s=o.exec(u(e.slice(t,i)));if(s)return{line:n,match:s};t=i+1}return null}export{a,m as b,d as c,g as d};
