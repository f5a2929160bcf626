var e=".github/agent-generate.yml",n=/^\.github\/workflows\/[^/]+\.ya?ml$/;export{e as a,n as b};
