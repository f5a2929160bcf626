import{b as o}from"./chunk-L2NDWWXI.js";function s(n){let t=JSON.stringify(n,null,2).replaceAll("##[","##\\u005b");return`${o(t,i=>i===`
`?i:r(i))}
`}function r(n){return n.split("").map(t=>`\\u${t.charCodeAt(0).toString(16).padStart(4,"0")}`).join("")}export{s as a};
