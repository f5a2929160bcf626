import{a as c}from"./chunk-S4IGMZ7U.js";var o=c("node:child_process"),e=s=>o[s];var n=e("execFile");var x=e("execFileSync");var p=e("spawn");export{n as a,x as b,p as c};
