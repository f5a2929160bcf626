import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
var s=[{id:"removes-approvals",kind:"request",title:"A request takes an approval away",description:"An environment that asks a person is the last place where a wrong deployment can be stopped.",level:"error",message:"The request lets {target} be deployed without approval.",help:"Keep the approval, or change the policy in a reviewed pull request of its own.",aliases:[],good:`intents:
  - {kind: deploy, for: {service: web}, environment: production, approval: true}
`,bad:`intents:
  - {kind: deploy, for: {service: web}, environment: production, approval: false}
`},{id:"removes-audits",kind:"request",title:"A request takes dependency audits away",description:"Known faults of dependencies then reach production unseen.",level:"error",message:"The request takes the dependency audit of {target} away.",help:"Mend what is red instead, or change the policy in a reviewed pull request of its own.",aliases:[],good:`intents:
  - {kind: check, for: {all: true}, check: audit, ensure: true}
`,bad:`intents:
  - {kind: check, for: {all: true}, check: audit, ensure: false}
`},{id:"removes-builds",kind:"request",title:"A request takes builds away",description:"A build that is not run is found broken by whoever deploys it.",level:"error",message:"The request takes the build of {target} away.",help:"Mend what is red instead, or change the policy in a reviewed pull request of its own.",aliases:[],good:`intents:
  - {kind: check, for: {all: true}, check: build, ensure: true}
`,bad:`intents:
  - {kind: check, for: {all: true}, check: build, ensure: false}
`},{id:"removes-secret-scans",kind:"request",title:"A request takes secret scans away",description:"A committed secret then stays in the history until somebody uses it.",level:"error",message:"The request takes the secret scan of {target} away.",help:"Mend what is red instead, or change the policy in a reviewed pull request of its own.",aliases:[],good:`intents:
  - {kind: check, for: {all: true}, check: secret-scan, ensure: true}
`,bad:`intents:
  - {kind: check, for: {all: true}, check: secret-scan, ensure: false}
`},{id:"removes-tests",kind:"request",title:"A request takes tests away",description:"Tests are what tells that a change works; switching them off makes a red pipeline green and nothing else.",level:"error",message:"The request takes the tests of {target} away.",help:"Mend what is red instead, or change the policy in a reviewed pull request of its own.",aliases:[],good:`intents:
  - {kind: check, for: {all: true}, check: test, ensure: true}
`,bad:`intents:
  - {kind: check, for: {all: true}, check: test, ensure: false}
`},{id:"cache-in-release",kind:"workflow",title:"A release is built from a cache",description:"A cache can be filled by another run, so that what is published is not what the commit says.",level:"error",message:"A release job restores a cache that another run may have filled.",help:"Turn the cache off in workflows that publish.",aliases:["zizmor/cache-poisoning"],good:`on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - uses: actions/setup-node@eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee
        with:
          cache: npm
`,bad:`on:
  push:
    tags: [v*]
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - uses: actions/setup-node@eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee
        with:
          cache: npm
`},{id:"continue-on-error-on-check",kind:"workflow",title:"A check cannot fail",description:"With continue-on-error a test, a scan or a signature that fails leaves the job green.",level:"error",message:"This check stays green when it fails.",help:"Take continue-on-error out, or take the check out.",aliases:[],good:`on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - name: Say hello
        run: echo hello
        continue-on-error: true
`,bad:`on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - name: Test
        run: make test
        continue-on-error: true
`},{id:"credentials-persisted",kind:"workflow",title:"A checkout leaves its token in the work tree",description:"Every later step, and every artifact of the folder, can read the token out of .git/config.",level:"error",message:"The checkout leaves its token in .git/config for every later step.",help:"Set `persist-credentials` to false; a step that pushes gets the token by itself.",aliases:["zizmor/artipacked"],good:`on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
`,bad:`on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1
`},{id:"dangerous-triggers",kind:"workflow",title:"A trigger runs with secrets on what outsiders do",description:"pull_request_target and workflow_run give the base repository's secrets and token to a run that an outsider can start.",level:"error",message:"{trigger} runs with the repository's secrets on what outsiders do.",help:"Use pull_request, and let a second workflow without the outsider's code do what needs a secret.",aliases:["zizmor/dangerous-triggers","poutine/untrusted_checkout_exec","scorecard/Dangerous-Workflow"],good:`on: pull_request
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: make
`,bad:`on: pull_request_target
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: make
`},{id:"deploy-on-pull-request",kind:"workflow",title:"A pull request can deploy",description:"A job that deploys or publishes, and that a pull request starts, puts unreviewed code into production.",level:"error",message:"The job {job} deploys or publishes, and a pull request can start it.",help:"Let the job run on the default branch or on tags alone, in a protected environment.",aliases:["zizmor/dangerous-triggers"],good:`on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: helm upgrade shop ./chart
`,bad:`on: pull_request
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: helm upgrade shop ./chart
`},{id:"excessive-permissions",kind:"workflow",title:"A token may do more than a job needs",description:"Rights for the whole workflow reach every job and every action in it; write-all and read-all reach everything.",level:"error",message:"{what} is more than a job needs.",help:"Grant each scope on the one job that needs it, and never write-all or read-all.",aliases:["zizmor/excessive-permissions","scorecard/Token-Permissions"],good:`on: push
permissions:
  contents: read
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: make
`,bad:`on: push
permissions: write-all
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: make
`},{id:"insecure-commands",kind:"workflow",title:"Commands are read out of any output",description:"With ACTIONS_ALLOW_UNSECURE_COMMANDS, or with set-env and add-path, whatever a program prints can change the environment of later steps.",level:"error",message:"What a program prints here can change the environment of later steps.",help:"Write to $GITHUB_ENV and $GITHUB_PATH instead, and take the variable out.",aliases:["zizmor/insecure-commands","checkov/CKV_GHA_1","actionlint/deprecated-commands"],good:`on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: echo "A=b" >> "$GITHUB_ENV"
`,bad:`on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: echo "::set-env name=A::b"
`},{id:"missing-timeout",kind:"workflow",title:"A job has no timeout",description:"Without one a job that hangs is ended by GitHub after six hours.",level:"error",message:"The job {job} has no timeout.",help:"Set `timeout-minutes` to a few times what the job usually takes.",aliases:["kjanat/require-job-timeout"],good:`on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: make
`,bad:`on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    steps:
      - run: make
`},{id:"permissions-missing",kind:"workflow",title:"A workflow names no permissions",description:"Without the key the token has whatever the repository or the organisation gives by default, often the right to write.",level:"error",message:"The workflow has no permissions, so its token has whatever the repository gives by default.",help:"Write `permissions: {}` at the top, and at each job the least that it needs.",aliases:["zizmor/excessive-permissions","scorecard/Token-Permissions","checkov/CKV2_GHA_1"],good:`on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: make
`,bad:`on: push
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: make
`},{id:"secrets-inherit",kind:"workflow",title:"A called workflow gets every secret",description:"With inherit the called workflow can read all secrets of the caller, also those that are added later.",level:"error",message:"The job {job} hands every secret to the workflow that it calls.",help:"Name under `secrets` those that the called workflow needs.",aliases:["zizmor/secrets-inherit"],good:`on: push
permissions: {}
jobs:
  a:
    uses: ./.github/workflows/x.yml
    secrets:
      TOKEN: \${{ secrets.TOKEN }}
`,bad:`on: push
permissions: {}
jobs:
  a:
    uses: ./.github/workflows/x.yml
    secrets: inherit
`},{id:"self-hosted-on-pull-request",kind:"workflow",title:"A pull request can run on a machine of your own",description:"Whoever opens a pull request then runs code inside your network, on a machine that outlives the run.",level:"error",message:"The job {job} runs on a machine of your own, and a pull request of a fork can start it.",help:"Let the job run only where github.event.pull_request.head.repo.full_name equals github.repository.",aliases:["zizmor/self-hosted-runner","poutine/pr_runs_on_self_hosted"],good:`on: push
permissions: {}
jobs:
  a:
    runs-on: [self-hosted, linux]
    timeout-minutes: 5
    steps:
      - run: make
`,bad:`on: pull_request
permissions: {}
jobs:
  a:
    runs-on: [self-hosted, linux]
    timeout-minutes: 5
    steps:
      - run: make
`},{id:"template-injection",kind:"workflow",title:"Text of outsiders becomes part of a program",description:"An expression in a script is put in as text before the script runs, so a title or a branch name can hold commands.",level:"error",message:"{expression} puts text that others write into a program.",help:"Give it to the step through env, and use the variable in the script.",aliases:["zizmor/template-injection","actionlint/expression","poutine/injection","checkov/CKV_GHA_2"],good:`on: issues
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: echo "$TITLE"
        env:
          TITLE: \${{ github.event.issue.title }}
`,bad:`on: issues
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: echo "\${{ github.event.issue.title }}"
`},{id:"unpinned-image",kind:"workflow",title:"A container image is not pinned by digest",description:"A tag can be moved to another image at any time; a digest cannot. An image with a fixed tag is a warning, one without is an error.",level:"error",message:"The image {image} is not pinned by digest.",help:"Pin it with the digest that `docker buildx imagetools inspect IMAGE` prints, as IMAGE@sha256 and so on.",aliases:["zizmor/unpinned-images","scorecard/Pinned-Dependencies"],good:`on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    services:
      db:
        image: postgres:17@sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    steps:
      - run: make
`,bad:`on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    services:
      db:
        image: postgres:17
    steps:
      - run: make
`},{id:"unpinned-uses",kind:"workflow",title:"An action is not pinned to a full commit",description:"A tag or a branch can be moved to other code at any time; a commit of 40 hexadecimal digits cannot.",level:"error",message:"{uses} is not pinned to a full commit SHA.",help:"Replace what follows the @ by the commit of the release, and name the release in a comment behind it.",aliases:["zizmor/unpinned-uses","scorecard/Pinned-Dependencies","poutine/unpinnable_action"],good:`on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
`,bad:`on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false
`},{id:"untrusted-checkout",kind:"workflow",title:"Code of a pull request is checked out with the rights of the base",description:"Whoever opens the pull request then runs their own code with the repository's secrets and token.",level:"error",message:"The head of a pull request is checked out in a run that has the base's rights.",help:"Run it on pull_request instead; where the run must stay, read the head as data and never run it.",aliases:["zizmor/dangerous-triggers","poutine/untrusted_checkout_exec","scorecard/Dangerous-Workflow"],good:`on: pull_request
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1
        with:
          ref: \${{ github.event.pull_request.head.sha }}
          persist-credentials: false
`,bad:`on: pull_request_target
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1
        with:
          ref: \${{ github.event.pull_request.head.sha }}
          persist-credentials: false
`},{id:"workflow-writes-workflows",kind:"workflow",title:"A workflow writes workflows",description:"What a run writes below .github/workflows runs next, with rights that nobody reviewed.",level:"error",message:"This script writes below .github/workflows.",help:"Propose the change as a pull request by an app with that right, and let a person merge it.",aliases:[],good:`on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: cat .github/workflows/ci.yml
`,bad:`on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: echo "name" > .github/workflows/new.yml
`}];export{s as a};
