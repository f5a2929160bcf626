function o(n){let e=r(n);try{let t=new TextDecoder(e,{fatal:!0}).decode(n);return t.includes("\0")?{kind:"unreadable",why:"it holds NUL bytes, so it is no text."}:{kind:"text",text:t.replace(/\r\n?/g,`
`),encoding:e}}catch{return{kind:"unreadable",why:`it is not ${e.toUpperCase()} text.`}}}function r([n,e]){return n===255&&e===254?"utf-16le":n===254&&e===255?"utf-16be":"utf-8"}export{o as a};
