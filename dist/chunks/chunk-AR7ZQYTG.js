import{d as s,i as a}from"./chunk-2V5IH7RL.js";function d(o,r,i){return a(r).flatMap(t=>i.map(n=>s(t,n)??n)).find(t=>o.has(t))??null}export{d as a};
