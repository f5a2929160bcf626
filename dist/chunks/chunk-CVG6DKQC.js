function i(n,o){let e=new Map;for(let t of n){let r=o(t),s=e.get(r);s?s.push(t):e.set(r,[t])}return e}function T(n,o){let e=new Set;return n.filter(t=>e.size<e.add(o(t)).size)}export{i as a,T as b};
