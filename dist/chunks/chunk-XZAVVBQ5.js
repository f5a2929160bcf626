var e=".github/agent-generate.yml";var n=["lint","format","typecheck","test","build","audit","coverage","secret-scan"];export{n as a,e as b};
