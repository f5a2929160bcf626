function n(e){return e==="file"||e==="executable"}var r=1e6;export{n as a,r as b};
