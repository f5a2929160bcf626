import{g as s,l as a}from"./chunk-JB6C5VEY.js";function d(o,r,i){return a(r).flatMap(t=>i.map(n=>s(t,n)??n)).find(t=>o.has(t))??null}export{d as a};
