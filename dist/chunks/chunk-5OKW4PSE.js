function t(e){let{NO_COLOR:o,FORCE_COLOR:n,TERM:r}=process.env;return{color:!o&&(n!==void 0&&n!==""&&n!=="0"||e&&r!=="dumb"),variables:process.env}}export{t as a};
