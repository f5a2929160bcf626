function i(n,r){let e=new Map;for(let t of n){let o=r(t),s=e.get(o);s?s.push(t):e.set(o,[t])}return e}function g(n,r){let e=new Set;return n.filter(t=>e.size<e.add(r(t)).size)}export{i as a,g as b};
