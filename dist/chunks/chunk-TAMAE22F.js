import{a as t}from"./chunk-D2NQVFZS.js";var n=[{id:"yaml-syntax",kind:"workflow",title:"The text is not the YAML that it should be",description:"A file that cannot be read is run by nobody, and says so only where nobody looks.",level:"error",message:"{problem}.",help:"Mend the text at that place; YAML 1.2 is what GitHub reads.",aliases:["actionlint/syntax-check"],good:`on: push
jobs: {}
`,bad:`on: push
on: pull_request
jobs: {}
`},{id:"text-encoding",kind:"workflow",title:"The file is not written in UTF-8",description:"git shows no difference of such a file, so nobody reviews what changes in it; GitHub expects UTF-8.",level:"warning",message:"The file is written in {encoding}: git shows no difference of it, and GitHub expects UTF-8.",help:"Save it as UTF-8.",aliases:[],good:`on: push   # bytes of UTF-8
`,bad:`on: push   # the same text, in UTF-16
`},{id:"workflow-schema",kind:"workflow",title:"GitHub would refuse the workflow",description:"It is what GitHub's own parser says of keys, types, expressions and the order of jobs.",level:"error",message:"{problem}.",help:"See the workflow syntax reference of GitHub.",aliases:["actionlint/syntax-check"],good:`on: push
jobs:
  a:
    runs-on: ubuntu-24.04
    steps: [{ run: make }]
`,bad:`on: push
jobs:
  a:
    run-on: ubuntu-24.04
    steps: [{ run: make }]
`},{id:"action-schema",kind:"workflow",title:"GitHub would refuse the metadata of the action",description:"It is what GitHub's own parser says of an action.yml.",level:"error",message:"{problem}.",help:"See the metadata syntax reference of GitHub.",aliases:["actionlint/syntax-check"],good:`name: a
description: b
runs: { using: composite, steps: [{ run: make, shell: bash }] }
`,bad:`name: a
description: b
runs: { using: composite, step: [] }
`},{id:"unknown-action",kind:"workflow",title:"Nothing is known of an action",description:"Its inputs could not be checked. The other rules judge the step all the same.",level:"note",message:"{action} is not in the catalogue, so its inputs are not checked.",help:"Check the spelling; nothing else needs to be done.",aliases:[],good:`- uses: actions/checkout@v7
`,bad:`- uses: somebody/something@v1
`},{id:"unknown-version",kind:"workflow",title:"Nothing is known of this version of an action",description:"Inputs come and go with releases; those of another release prove nothing about this one.",level:"note",message:"The inputs of {action} are known at {known}, not at {ref}.",help:"Use the release that is named, or let it be.",aliases:[],good:`- uses: actions/checkout@v7
`,bad:`- uses: actions/checkout@v2
`},{id:"version-comment-mismatch",kind:"workflow",title:"The comment names another release than the commit is of",description:"People and bots read the comment, GitHub runs the commit.",level:"warning",message:"The comment says {named}, but the commit is {version}.",help:"Write the release that the commit is of.",aliases:["zizmor/ref-version-mismatch"],good:`- uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
`,bad:`- uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v4
`},{id:"unknown-input",kind:"workflow",title:"An action is given an input that it does not have",description:"GitHub warns at run time and goes on without it, so what was meant does not happen.",level:"error",message:"{action} has no input {input}.",help:"See the action.yml of that release for what it takes.",aliases:["actionlint/action"],good:`- uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1
  with: { ref: main }
`,bad:`- uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1
  with: { branch: main }
`},{id:"missing-input",kind:"workflow",title:"An action is not given an input that it needs",description:"The step fails, or works on nothing.",level:"error",message:"{action} needs the input {input}.",help:"See the action.yml of that release for what it takes.",aliases:["actionlint/action"],good:`- uses: actions/cache@v5
  with: { path: build, key: build }
`,bad:`- uses: actions/cache@v5
  with: { path: build }
`},{id:"deprecated-input",kind:"workflow",title:"An action is given an input that it will not have much longer",description:"A later release takes it away, and an update of the pin then breaks the job.",level:"warning",message:"The input {input} of {action} is deprecated.",help:"See the action.yml of that release for what came in its place.",aliases:["actionlint/action"],good:'- uses: actions/create-github-app-token@v3\n  with: { client-id: "${{ vars.ID }}", private-key: "${{ secrets.KEY }}" }\n',bad:'- uses: actions/create-github-app-token@v3\n  with: { app-id: "${{ vars.ID }}", private-key: "${{ secrets.KEY }}" }\n'},{id:"committed-secret",kind:"workflow",title:"A secret stands in the text",description:"Whoever has the history has the secret, for as long as it is valid.",level:"error",message:"This looks like a secret ({kind}).",help:"Revoke it, take it out, and read it from `secrets` instead. Whoever has the history has it too.",aliases:["secretlint","gitleaks"],good:'env: { URL: "https://${{ secrets.USER }}:${{ secrets.PASSWORD }}@registry.acme.dev" }\n',bad:`env: { URL: "https://someone:correcthorse1@registry.acme.dev" }
`},{id:"too-many-findings",kind:"workflow",title:"There is more wrong than is shown",description:"Two hundred findings of one engine about one file are listed; the rest is counted and still weighs.",level:"error",message:"There are {count} more findings of the {engine} engine in this file.",help:"Mend the first ones and run again.",aliases:[],good:`on: push
jobs: {}
`,bad:`on: push
name: a
name: a   # and so on, three hundred times
`}];var u={start:{line:1,column:1},end:{line:1,column:1}},p=new Map(n.map(e=>[e.id,e]));function f({rule:e,file:o,path:i=[],range:s=u,level:a,params:r={}}){let{message:l=e,level:h="error",aliases:c=[],help:d=""}=p.get(e)??{};return{rule:e,level:a??h,message:t(l,r),file:o,path:i,range:s,aliases:c,help:d}}export{f as a};
