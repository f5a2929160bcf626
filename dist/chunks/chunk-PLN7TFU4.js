var e=[{id:"INTENT_NOT_SUPPORTED",kind:"request",title:"A wish was left out",description:"This version cannot print it, or the repository has nothing that it is for. Everything else of the request was done: one wish never costs another.",level:"warning",message:"{why} It was asked for by {intent}.",help:"Everything else of the request was done. Change the wish or take it out, or wait for a version that can print it.",aliases:[],good:`intents:
  - { kind: timeout, for: { all: true }, minutes: 15 }
`,bad:`intents:
  - { kind: deploy, for: { all: true }, environment: staging, through: helm }
`},{id:"EDITED_BY_HAND",kind:"workflow",title:"A generated file was edited by hand",description:"The header names the git blob id of the body below it; the body is another one by now, and would be replaced.",level:"warning",message:"The file was edited by hand since it was generated: the difference shows what would be replaced.",help:"Say what you need as intents in .github/agent-generate.yml, or keep your version and do not take this one over.",aliases:[],good:`# body: d95f3ad14dee633a758d2e331151e950dd13e4ed (git hash-object of what stands below this line)
content
`,bad:`# body: d95f3ad14dee633a758d2e331151e950dd13e4ed (git hash-object of what stands below this line)
content, edited
`}];export{e as a};
