function d(t){let e=r(t);try{let n=new TextDecoder(e,{fatal:!0}).decode(t);return n.includes("\0")?{kind:"unreadable",why:"it holds NUL bytes, so it is no text."}:{kind:"text",text:n.replace(/\r\n?/g,`
`),encoding:e}}catch{return{kind:"unreadable",why:`it is not ${e.toUpperCase()} text.`}}}function r([t,e]){return t===255&&e===254?"utf-16le":t===254&&e===255?"utf-16be":"utf-8"}export{d as a};
