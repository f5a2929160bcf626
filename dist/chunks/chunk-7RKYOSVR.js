var n=".github/agent-generate.yml";function r(e){return/^\.github\/workflows\/[^/]+\.ya?ml$/.test(e)}export{n as a,r as b};
