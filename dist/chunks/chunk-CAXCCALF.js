import{a as e}from"./chunk-S4IGMZ7U.js";var a=e("node:worker_threads"),s=t=>a[t];var o=s("Worker");export{o as a};
