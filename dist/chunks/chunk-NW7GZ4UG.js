var e=".github/agent-generate.yml";export{e as a};
