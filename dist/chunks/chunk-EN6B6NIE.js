function t(n,r){return n===r?0:n<r?-1:1}export{t as a};
