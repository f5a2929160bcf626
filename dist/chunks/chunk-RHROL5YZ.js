var e={id:"configuration",kind:"request",title:"The configuration does not have its shape",description:"It is read strictly, at the base: a word that is misspelt would otherwise be passed over, and nobody would know why nothing changes. A head that breaks it is told before it is merged.",level:"error",message:"{where} {fault}.",help:"The file has: version, request.intents, asked, settings; docs/requests.md shows them.",aliases:[],good:`version: 1
request:
  intents:
    - { kind: timeout, for: { all: true }, minutes: 15 }
`,bad:`version: 1
request:
  intents:
    - { kind: timeout, for: { all: true }, minuts: 15 }
`};export{e as a};
