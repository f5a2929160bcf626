import{a as e}from"./chunk-BNYGZJ25.js";var a=e("node:worker_threads"),s=t=>a[t];var o=s("Worker");export{o as a};
