function l(e,r){for(let n of e){let u=n.find(r);if(u!==null)return u}return null}export{l as a};
