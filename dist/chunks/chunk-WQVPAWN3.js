var e=".github/agent-generate.yml";var r=["lint","format","typecheck","test","build","audit","coverage","secret-scan"];export{r as a,e as b};
