var e="agent-generate-answers-",t="agent-generate-model-";var o=["server","answers","folder"];export{e as a,t as b,o as c};
