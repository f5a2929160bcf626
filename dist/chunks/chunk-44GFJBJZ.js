var e=[{id:"INTENT_NOT_SUPPORTED",kind:"request",title:"A wish was left out",description:"This version cannot print it, or the repository has nothing that it is for. Everything else of the request was done: one wish never costs another.",level:"warning",message:"{why} It was asked for by {intent}.",help:"Everything else of the request was done. Change the wish or take it out, or wait for a version that can print it.",aliases:[],good:`intents:
  - { kind: timeout, for: { all: true }, minutes: 15 }
`,bad:`intents:
  - { kind: deploy, for: { all: true }, environment: staging, through: helm }
`},{id:"CHECKS_LOST",kind:"request",title:"A request takes away what the repository shows",description:"The pipeline is compared with the one that the repository would get without any request: what that one runs and this one does not is said, by whatever wish it was lost.",level:"warning",message:"By what is asked for, this no longer runs: {what}.",help:"If it is meant, nothing needs to be done. If not, take the intent out that takes it away.",aliases:[],good:`intents:
  - { kind: timeout, for: { all: true }, minutes: 15 }
`,bad:`intents:
  - { kind: check, for: { all: true }, check: format, ensure: false }
`},{id:"NO_CHECK_LEFT",kind:"request",title:"No check of the repository is left",description:"A gate over nothing is always green.",level:"error",message:"{what} leaves no check in the pipeline, although the repository has some.",help:"Leave at least one check of the repository in, or take generated.yml out of it.",aliases:[],good:`intents:
  - { kind: check, for: { all: true }, check: lint, ensure: true }
`,bad:`intents:
  - { kind: check, for: { all: true }, check: lint, ensure: false }
  - { kind: check, for: { all: true }, check: format, ensure: false }
  - { kind: check, for: { all: true }, check: test, ensure: false }
  - { kind: check, for: { all: true }, check: build, ensure: false }
`},{id:"PULL_REQUESTS_NOT_REACHED",kind:"request",title:"No pull request to the default branch starts the pipeline",description:"What is not run before the merge is found broken after it.",level:"error",message:"No pull request to {branch} would start the pipeline: {why}.",help:"Let the trigger pull_request be, and name the default branch among its branches.",aliases:[],good:`intents:
  - { kind: trigger, on: pull_request, ensure: true, branches: [main] }
`,bad:`intents:
  - { kind: trigger, on: pull_request, ensure: false }
`},{id:"CHANGES_NOT_REACHED",kind:"request",title:"Some pull requests do not start the pipeline",description:"A filter of paths or branches leaves out changes that the repository has checks for. A required check that is never started also keeps such a pull request waiting.",level:"warning",message:"A pull request that {what} does not start the pipeline.",help:"Leave the filter out: jobs that a change does not concern are skipped anyway.",aliases:[],good:`intents:
  - { kind: trigger, on: pull_request, ensure: true, paths: ["**", "!docs/**"] }
`,bad:`intents:
  - { kind: trigger, on: pull_request, ensure: true, paths: ["docs/**"] }
`},{id:"EDITED_BY_HAND",kind:"workflow",title:"A generated file was edited by hand",description:"The header names the git blob id of the body below it; the body is another one by now, and would be replaced.",level:"warning",message:"The file was edited by hand since it was generated: the difference shows what would be replaced.",help:"Say what you need as intents in .github/agent-generate.yml, or keep your version and do not take this one over.",aliases:[],good:`# body: d95f3ad14dee633a758d2e331151e950dd13e4ed (git hash-object of what stands below this line)
content
`,bad:`# body: d95f3ad14dee633a758d2e331151e950dd13e4ed (git hash-object of what stands below this line)
content, edited
`}];export{e as a};
