var e=["lint","format","typecheck","test","build","audit","coverage","secret-scan"];export{e as a};
