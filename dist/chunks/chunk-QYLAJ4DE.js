import{d as s,i as a}from"./chunk-RMRDVSJM.js";function d(o,r,i){return a(r).flatMap(t=>i.map(n=>s(t,n)??n)).find(t=>o.has(t))??null}export{d as a};
