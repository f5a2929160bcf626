import{h as s,m as a}from"./chunk-SC4V76BD.js";function d(o,r,i){return a(r).flatMap(t=>i.map(n=>s(t,n)??n)).find(t=>o.has(t))??null}export{d as a};
