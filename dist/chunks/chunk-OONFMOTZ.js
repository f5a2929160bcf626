function g(r,s){let e=new Map;for(let n of r){let o=s(n),t=e.get(o);t?t.push(n):e.set(o,[n])}return e}export{g as a};
