function l(r){return/^[\w./@%+:,][\w./@%+:,=-]*$/.test(r)?r:`'${r.replaceAll("'","'\\''")}'`}export{l as a};
