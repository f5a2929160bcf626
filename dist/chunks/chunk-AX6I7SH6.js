var i=JSON.parse('[{"id":"removes-approvals","kind":"request","title":"A request takes an approval away","description":"An environment that asks a person is the last place where a wrong deployment can be stopped.","level":"error","message":"The request lets {target} be deployed without approval.","help":"Keep the approval, or change the policy in a reviewed pull request of its own.","aliases":[],"good":"intents:\\n  - {kind: deploy, for: {service: web}, environment: production, approval: true}\\n","bad":"intents:\\n  - {kind: deploy, for: {service: web}, environment: production, approval: false}\\n"},{"id":"removes-audits","kind":"request","title":"A request takes dependency audits away","description":"Known faults of dependencies then reach production unseen.","level":"error","message":"The request takes the dependency audit of {target} away.","help":"Mend what is red instead, or change the policy in a reviewed pull request of its own.","aliases":[],"good":"intents:\\n  - {kind: check, for: {all: true}, check: audit, ensure: true}\\n","bad":"intents:\\n  - {kind: check, for: {all: true}, check: audit, ensure: false}\\n"},{"id":"removes-builds","kind":"request","title":"A request takes builds away","description":"A build that is not run is found broken by whoever deploys it.","level":"error","message":"The request takes the build of {target} away.","help":"Mend what is red instead, or change the policy in a reviewed pull request of its own.","aliases":[],"good":"intents:\\n  - {kind: check, for: {all: true}, check: build, ensure: true}\\n","bad":"intents:\\n  - {kind: check, for: {all: true}, check: build, ensure: false}\\n"},{"id":"removes-image-scans","kind":"request","title":"A request takes the scan of an image away","description":"What stands in an image and is known to be broken is found by a scan, or by somebody else.","level":"warning","message":"The request takes the scan of the images of {target} away.","help":"Leave the field out, or let a person decide that nothing of them needs to be scanned.","aliases":[],"good":"intents:\\n  - {kind: image, for: {all: true}, push: never, scan: true}\\n","bad":"intents:\\n  - {kind: image, for: {service: web}, scan: false}\\n"},{"id":"removes-secret-scans","kind":"request","title":"A request takes secret scans away","description":"A committed secret then stays in the history until somebody uses it.","level":"error","message":"The request takes the secret scan of {target} away.","help":"Mend what is red instead, or change the policy in a reviewed pull request of its own.","aliases":[],"good":"intents:\\n  - {kind: check, for: {all: true}, check: secret-scan, ensure: true}\\n","bad":"intents:\\n  - {kind: check, for: {all: true}, check: secret-scan, ensure: false}\\n"},{"id":"removes-tests","kind":"request","title":"A request takes tests away","description":"Tests are what tells that a change works; switching them off makes a red pipeline green and nothing else.","level":"error","message":"The request takes the tests of {target} away.","help":"Mend what is red instead, or change the policy in a reviewed pull request of its own.","aliases":[],"good":"intents:\\n  - {kind: check, for: {all: true}, check: test, ensure: true}\\n","bad":"intents:\\n  - {kind: check, for: {all: true}, check: test, ensure: false}\\n"},{"id":"app-token-unscoped","kind":"workflow","title":"The token of an app may do all that the app may","description":"An app is installed once for many uses, and its token has the rights of all of them where none are named. What steals the token has them, too.","level":"warning","message":"The token {problem}.","help":"Name the permissions that are needed, as in `permission-contents: read`, keep to this repository or list `repositories`, and let the token be revoked.","aliases":["zizmor/github-app"],"good":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - uses: actions/create-github-app-token@v3\\n        with:\\n          client-id: ${{ vars.APP }}\\n          private-key: ${{ secrets.APP_KEY }}\\n          permission-contents: read\\n","bad":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - uses: actions/create-github-app-token@v3\\n        with:\\n          client-id: ${{ vars.APP }}\\n          private-key: ${{ secrets.APP_KEY }}\\n"},{"id":"bot-conditions","kind":"workflow","title":"A condition takes somebody for a bot who need not be it","description":"The actor is whoever caused the event last. A bot can be made to do that on a pull request of somebody else, whose code then passes for the bot\'s.","level":"error","message":"{context} says who caused the event last, not whose work it is.","help":"Compare the author instead, as in `github.event.pull_request.user.login == \'dependabot[bot]\'`.","aliases":["zizmor/bot-conditions","poutine/confused_deputy_auto_merge"],"good":"on: pull_request_target\\npermissions: {}\\njobs:\\n  a:\\n    if: github.event.pull_request.user.login == \'dependabot[bot]\'\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - run: make\\n","bad":"on: pull_request_target\\npermissions: {}\\njobs:\\n  a:\\n    if: github.actor == \'dependabot[bot]\'\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - run: make\\n"},{"id":"cache-in-release","kind":"workflow","title":"A release is built from a cache","description":"A cache can be filled by another run, so that what is published is not what the commit says. A cache that files of the repository turn on is a warning.","level":"error","message":"A release job restores a cache that another run may have filled.","help":"Turn the cache off in workflows that publish.","aliases":["zizmor/cache-poisoning"],"good":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - uses: actions/setup-node@eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee\\n        with:\\n          cache: npm\\n","bad":"on:\\n  push:\\n    tags: [v*]\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - uses: actions/setup-node@eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee\\n        with:\\n          cache: npm\\n"},{"id":"continue-on-error-on-check","kind":"workflow","title":"A check cannot fail","description":"With continue-on-error a test, a scan or a signature that fails leaves the job green. A step that is a check by its name alone is a warning.","level":"error","message":"This check stays green when it fails.","help":"Take continue-on-error out, or take the check out.","aliases":[],"good":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - name: Say hello\\n        run: echo hello\\n        continue-on-error: true\\n","bad":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - name: Test\\n        run: make test\\n        continue-on-error: true\\n"},{"id":"credentials-persisted","kind":"workflow","title":"A checkout leaves its token in the work tree","description":"Every later step, and every artifact of the folder, can read the token out of .git/config.","level":"error","message":"The checkout leaves its token in .git/config for every later step.","help":"Set `persist-credentials` to false; a step that pushes gets the token by itself.","aliases":["zizmor/artipacked"],"good":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1\\n        with:\\n          persist-credentials: false\\n","bad":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1\\n"},{"id":"dangerous-triggers","kind":"workflow","title":"A trigger runs with secrets on what outsiders do","description":"pull_request_target and workflow_run give the base repository\'s secrets and token to a run that an outsider can start. A pull_request_target that neither brings the outsider\'s code nor runs their text is a warning.","level":"error","message":"{trigger} runs with the repository\'s secrets on what outsiders do.","help":"Use pull_request, and let a second workflow without the outsider\'s code do what needs a secret.","aliases":["zizmor/dangerous-triggers","poutine/untrusted_checkout_exec","scorecard/Dangerous-Workflow"],"good":"on: pull_request\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - run: make\\n","bad":"on: pull_request_target\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - run: make\\n"},{"id":"deploy-on-pull-request","kind":"workflow","title":"A pull request can deploy","description":"A job that deploys or publishes, and that a pull request starts, puts unreviewed code into production. Where an earlier step or job decides, or the environment alone tells of a deployment, it is a warning.","level":"error","message":"The job {job} deploys or publishes, and a pull request can start it.","help":"Let the job run on the default branch or on tags alone, in a protected environment.","aliases":[],"good":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - run: helm upgrade shop ./chart\\n","bad":"on: pull_request\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - run: helm upgrade shop ./chart\\n"},{"id":"excessive-permissions","kind":"workflow","title":"A token may do more than a job needs","description":"Rights for the whole workflow reach every job and every action in it; write-all and read-all reach everything.","level":"error","message":"{what} is more than a job needs.","help":"Grant each scope on the one job that needs it, and never write-all or read-all.","aliases":["zizmor/excessive-permissions","scorecard/Token-Permissions"],"good":"on: push\\npermissions:\\n  contents: read\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - run: make\\n","bad":"on: push\\npermissions: write-all\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - run: make\\n"},{"id":"hardcoded-container-credentials","kind":"workflow","title":"The password of a registry stands in the file","description":"Whoever can read the repository, or ever could, has the password for as long as it is valid.","level":"error","message":"A password of a registry stands in the file.","help":"Revoke it, keep the new one as a secret, and read it with an expression such as `secrets.REGISTRY_PASSWORD`.","aliases":["zizmor/hardcoded-container-credentials"],"good":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    container:\\n      image: registry.example.com/a@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\\n      credentials:\\n        username: reader\\n        password: ${{ secrets.REGISTRY_PASSWORD }}\\n    steps:\\n      - run: make\\n","bad":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    container:\\n      image: registry.example.com/a@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\\n      credentials:\\n        username: reader\\n        password: not-a-real-one\\n    steps:\\n      - run: make\\n"},{"id":"insecure-commands","kind":"workflow","title":"Commands are read out of any output","description":"With ACTIONS_ALLOW_UNSECURE_COMMANDS, or with set-env and add-path, whatever a program prints can change the environment of later steps.","level":"error","message":"What a program prints here can change the environment of later steps.","help":"Write to $GITHUB_ENV and $GITHUB_PATH instead, and take the variable out.","aliases":["zizmor/insecure-commands","checkov/CKV_GHA_1","actionlint/deprecated-commands"],"good":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - run: echo \\"A=b\\" >> \\"$GITHUB_ENV\\"\\n","bad":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - run: echo \\"::set-env name=A::b\\"\\n"},{"id":"missing-timeout","kind":"workflow","title":"A job has no timeout","description":"Without one a job that hangs is ended by GitHub after six hours.","level":"error","message":"The job {job} has no timeout.","help":"Set `timeout-minutes` to a few times what the job usually takes.","aliases":["kjanat/require-job-timeout"],"good":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - run: make\\n","bad":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    steps:\\n      - run: make\\n"},{"id":"overprovisioned-secrets","kind":"workflow","title":"A job is handed every secret","description":"A runner gets the secrets that a job\'s expressions name; where they name none, or all, it gets all of them, also those that are added later.","level":"error","message":"{expression} hands every secret of the repository to the runner.","help":"Name each secret that is needed, as in `secrets.TOKEN`.","aliases":["zizmor/overprovisioned-secrets"],"good":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - run: ./deploy\\n        env:\\n          TOKEN: ${{ secrets.TOKEN }}\\n","bad":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - run: ./deploy\\n        env:\\n          SECRETS: ${{ toJSON(secrets) }}\\n"},{"id":"permissions-missing","kind":"workflow","title":"A workflow names no permissions","description":"Without the key the token has whatever the repository or the organisation gives by default, often the right to write.","level":"error","message":"The workflow has no permissions, so its token has whatever the repository gives by default.","help":"Write `permissions: {}` at the top, and at each job the least that it needs.","aliases":["zizmor/excessive-permissions","scorecard/Token-Permissions","checkov/CKV2_GHA_1"],"good":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - run: make\\n","bad":"on: push\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - run: make\\n"},{"id":"secrets-inherit","kind":"workflow","title":"A called workflow gets every secret","description":"With inherit the called workflow can read all secrets of the caller, also those that are added later.","level":"error","message":"The job {job} hands every secret to the workflow that it calls.","help":"Name under `secrets` those that the called workflow needs.","aliases":["zizmor/secrets-inherit"],"good":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    uses: ./.github/workflows/x.yml\\n    secrets:\\n      TOKEN: ${{ secrets.TOKEN }}\\n","bad":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    uses: ./.github/workflows/x.yml\\n    secrets: inherit\\n"},{"id":"self-hosted-on-pull-request","kind":"workflow","title":"A pull request can run on a machine of your own","description":"Whoever opens a pull request then runs code inside your network, on a machine that outlives the run.","level":"error","message":"The job {job} runs on a machine of your own, and a pull request of a fork can start it.","help":"Let the job run only where github.event.pull_request.head.repo.full_name equals github.repository.","aliases":["zizmor/self-hosted-runner","poutine/pr_runs_on_self_hosted"],"good":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: [self-hosted, linux]\\n    timeout-minutes: 5\\n    steps:\\n      - run: make\\n","bad":"on: pull_request\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: [self-hosted, linux]\\n    timeout-minutes: 5\\n    steps:\\n      - run: make\\n"},{"id":"stored-publishing-token","kind":"workflow","title":"A package is published with a token that is stored","description":"A token that is stored can be stolen, and is valid until somebody revokes it. A registry that knows the workflow itself gives it one for minutes, and needs none.","level":"note","message":"{registry} could know this workflow itself; what publishes there has a token that is stored.","help":"Name this workflow as a trusted publisher at {registry}, let the job have `id-token: write`, and delete the token.","aliases":["zizmor/use-trusted-publishing"],"good":"on: { push: { tags: [v1] } }\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    permissions: { contents: read, id-token: write }\\n    steps:\\n      - uses: pypa/gh-action-pypi-publish@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa # v1.13.0\\n","bad":"on: { push: { tags: [v1] } }\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - uses: pypa/gh-action-pypi-publish@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa # v1.13.0\\n        with:\\n          password: ${{ secrets.PYPI_TOKEN }}\\n"},{"id":"template-injection","kind":"workflow","title":"Text of outsiders becomes part of a program","description":"An expression in a script is put in as text before the script runs, so a title or a branch name can hold commands.","level":"error","message":"{expression} puts text that others write into a program.","help":"Give it to the step through env, and use the variable in the script.","aliases":["zizmor/template-injection","actionlint/expression","poutine/injection","checkov/CKV_GHA_2"],"good":"on: issues\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - run: echo \\"$TITLE\\"\\n        env:\\n          TITLE: ${{ github.event.issue.title }}\\n","bad":"on: issues\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - run: echo \\"${{ github.event.issue.title }}\\"\\n"},{"id":"unpinned-image","kind":"workflow","title":"A container image is not pinned by digest","description":"A tag can be moved to another image at any time; a digest cannot. An image with a fixed tag is a warning, one without is an error.","level":"error","message":"The image {image} is not pinned by digest.","help":"Pin it with the digest that `docker buildx imagetools inspect {image}` prints: {image}@sha256:\u2026","aliases":["zizmor/unpinned-images","scorecard/Pinned-Dependencies"],"good":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    services:\\n      db:\\n        image: postgres:17@sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\\n    steps:\\n      - run: make\\n","bad":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    services:\\n      db:\\n        image: postgres:17\\n    steps:\\n      - run: make\\n"},{"id":"unpinned-uses","kind":"workflow","title":"An action is not pinned to a full commit","description":"A tag or a branch can be moved to other code at any time; a commit of 40 hexadecimal digits cannot.","level":"error","message":"{uses} is not pinned to a full commit SHA.","help":"Replace what follows the @ by the commit of the release, and name the release in a comment behind it.","aliases":["zizmor/unpinned-uses","scorecard/Pinned-Dependencies","poutine/unpinnable_action"],"good":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1\\n        with:\\n          persist-credentials: false\\n","bad":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - uses: actions/checkout@v7\\n        with:\\n          persist-credentials: false\\n"},{"id":"unsound-contains","kind":"workflow","title":"A condition holds for parts of a name","description":"`contains` with a text looks for a part of that text: `refs/heads/mai` is in `refs/heads/main` as well. Who may choose the name gets past the condition.","level":"error","message":"contains looks for {context} in a text, and so holds for every part of that text.","help":"Give it a list, as in `contains(fromJSON(\'[\\"a\\", \\"b\\"]\'), {context})`, or compare with `==`.","aliases":["zizmor/unsound-contains"],"good":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    if: contains(fromJSON(\'[\\"refs/heads/main\\", \\"refs/heads/dev\\"]\'), github.ref)\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - run: make\\n","bad":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    if: contains(\'refs/heads/main refs/heads/dev\', github.ref)\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - run: make\\n"},{"id":"untrusted-checkout","kind":"workflow","title":"Code of a pull request is checked out with the rights of the base","description":"Whoever opens the pull request then runs their own code with the repository\'s secrets and token. Where only a comment of somebody with rights starts it, it is a warning: what they read may be changed by the time that it runs.","level":"error","message":"The head of a pull request is checked out in a run that has the base\'s rights.","help":"Run it on pull_request instead; where the run must stay, read the head as data and never run it.","aliases":["zizmor/dangerous-triggers","poutine/untrusted_checkout_exec","scorecard/Dangerous-Workflow"],"good":"on: pull_request\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1\\n        with:\\n          ref: ${{ github.event.pull_request.head.sha }}\\n          persist-credentials: false\\n","bad":"on: pull_request_target\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1\\n        with:\\n          ref: ${{ github.event.pull_request.head.sha }}\\n          persist-credentials: false\\n"},{"id":"untrusted-environment","kind":"workflow","title":"Text of outsiders becomes the environment of later steps","description":"Each line of GITHUB_ENV is a variable of every later step, and each of GITHUB_PATH a folder where programs are looked for. A text of several lines can set any variable, such as one that loads code into the next program.","level":"error","message":"{text} is written to GITHUB_{file}, where it may set any variable or program of later steps.","help":"Hand it on through $GITHUB_OUTPUT and env of the step that needs it, or check it first, as a number for one.","aliases":["zizmor/github-env"],"good":"on: pull_request_target\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - run: echo \\"STARTED=yes\\" >> \\"$GITHUB_ENV\\"\\n      - run: ./judge.sh \\"$BODY\\"\\n        env:\\n          BODY: ${{ github.event.pull_request.body }}\\n","bad":"on: pull_request_target\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - run: echo \\"BODY=$BODY\\" >> \\"$GITHUB_ENV\\"\\n        env:\\n          BODY: ${{ github.event.pull_request.body }}\\n      - run: make\\n"},{"id":"workflow-writes-workflows","kind":"workflow","title":"A workflow writes workflows","description":"What a run writes below .github/workflows runs next, with rights that nobody reviewed. Where the job commits nothing it is a note.","level":"error","message":"This script writes below .github/workflows.","help":"Propose the change as a pull request by an app with that right, and let a person merge it.","aliases":[],"good":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - run: cat .github/workflows/ci.yml\\n","bad":"on: push\\npermissions: {}\\njobs:\\n  a:\\n    runs-on: ubuntu-24.04\\n    timeout-minutes: 5\\n    steps:\\n      - run: echo \\"name\\" > .github/workflows/new.yml\\n      - run: git commit -am New && git push\\n"}]');var e=[{id:"repeated-matrix-value",kind:"workflow",title:"A matrix has the same value twice",description:"The same job is run twice; in YAML 3.10 without quotes is the number 3.1.",level:"warning",message:"The matrix has the value {value} of {name} already.",help:"Take one of them out, or put versions into quotes.",aliases:["actionlint/matrix"],good:`on: push
jobs: { a: { runs-on: ubuntu-24.04, strategy: { matrix: { python: ['3.1', '3.10'] } }, steps: [{ run: make }] } }
`,bad:`on: push
jobs: { a: { runs-on: ubuntu-24.04, strategy: { matrix: { python: [3.1, 3.10] } }, steps: [{ run: make }] } }
`},{id:"empty-matrix",kind:"workflow",title:"A matrix has no values",description:"GitHub makes a job of each combination of values; where there is none, it fails instead.",level:"error",message:"{what} has no values, so GitHub fails the job.",help:"Write values, or take the matrix out.",aliases:["actionlint/syntax-check"],good:`on: push
jobs: { a: { runs-on: ubuntu-24.04, strategy: { matrix: { node: [24] } }, steps: [{ run: make }] } }
`,bad:`on: push
jobs: { a: { runs-on: ubuntu-24.04, strategy: { matrix: { node: [] } }, steps: [{ run: make }] } }
`},{id:"unknown-exclude",kind:"workflow",title:"A matrix excludes by a name that it does not have",description:"GitHub fails the job. Names that only include has are none: what is included is put in after what is excluded.",level:"error",message:"The matrix has no {name} to exclude by.",help:"Write one of the names of the matrix.",aliases:["actionlint/matrix"],good:`on: push
jobs: { a: { runs-on: ubuntu-24.04, strategy: { matrix: { node: [22, 24], exclude: [{ node: 22 }] } }, steps: [{ run: make }] } }
`,bad:`on: push
jobs: { a: { runs-on: ubuntu-24.04, strategy: { matrix: { node: [22, 24], exclude: [{ os: linux }] } }, steps: [{ run: make }] } }
`},{id:"unmatched-exclude",kind:"workflow",title:"A matrix excludes what it does not have",description:"Nothing is left out, and whoever reads it thinks otherwise.",level:"warning",message:"The matrix has no value {value} of {name} to exclude.",help:"Take it out, or write one of the values of the matrix.",aliases:["actionlint/matrix"],good:`on: push
jobs: { a: { runs-on: ubuntu-24.04, strategy: { matrix: { node: [22, 24], exclude: [{ node: 22 }] } }, steps: [{ run: make }] } }
`,bad:`on: push
jobs: { a: { runs-on: ubuntu-24.04, strategy: { matrix: { node: [22, 24], exclude: [{ node: 20 }] } }, steps: [{ run: make }] } }
`},{id:"repeated-step-id",kind:"workflow",title:"Two steps of a job have the same id",description:"GitHub compares ids without regard to case, and refuses the workflow.",level:"error",message:"The step id {id} is {other} to GitHub, which there is already.",help:"Give one of them another id.",aliases:["actionlint/id"],good:`- run: make
  id: build
- run: make test
  id: test
`,bad:`- run: make
  id: build
- run: make test
  id: Build
`},{id:"missing-need",kind:"workflow",title:"A job needs one that there is not",description:"GitHub refuses the workflow.",level:"error",message:"The job {job} needs {name}, which is no job of this workflow.",help:"Name a job of the same file.",aliases:["actionlint/job-needs"],good:`on: push
jobs: { a: { runs-on: ubuntu-24.04, steps: [{ run: make }] } }
`,bad:`on: push
jobs: { a: { needs: b, runs-on: ubuntu-24.04, steps: [{ run: make }] } }
`},{id:"repeated-need",kind:"workflow",title:"A job needs another one twice",description:"Ids of jobs are compared without regard to case, so one of the two is too many, or another job was meant.",level:"warning",message:"The job {job} needs {name} already.",help:"Take it out, or name the job that was meant.",aliases:["actionlint/job-needs"],good:`on: push
jobs:
  a: { runs-on: ubuntu-24.04, steps: [{ run: make }] }
  b: { needs: [a], runs-on: ubuntu-24.04, steps: [{ run: make }] }
`,bad:`on: push
jobs:
  a: { runs-on: ubuntu-24.04, steps: [{ run: make }] }
  b: { needs: [a, a], runs-on: ubuntu-24.04, steps: [{ run: make }] }
`},{id:"shared-group",kind:"workflow",title:"A job is in the concurrency group of its own workflow",description:"It waits for the workflow and the workflow for it; GitHub sees that and cancels the run.",level:"error",message:"The job {job} is in the group {group} of its own workflow, and so is cancelled.",help:"Give the job a group of another name, or none.",aliases:[],good:`on: push
concurrency: ci
jobs: { a: { concurrency: deploy, runs-on: ubuntu-24.04, steps: [{ run: make }] } }
`,bad:`on: push
concurrency: deploy
jobs: { a: { concurrency: deploy, runs-on: ubuntu-24.04, steps: [{ run: make }] } }
`}];var n=[{id:"retired-runner",kind:"workflow",title:"A job runs on a machine that GitHub has no more",description:"No runner takes the job: it waits for a day and fails.",level:"error",message:"GitHub has had no runners {label} since {since}.",help:"Name a version of today, such as ubuntu-24.04, windows-2025 or macos-15.",aliases:["actionlint/runner-label"],good:`on: push
jobs: { a: { runs-on: ubuntu-24.04, steps: [{ run: make }] } }
`,bad:`on: push
jobs: { a: { runs-on: ubuntu-18.04, steps: [{ run: make }] } }
`},{id:"unknown-runner",kind:"workflow",title:"A job runs on a machine that GitHub never had",description:"Unless somebody has given a runner of their own this label, none takes the job.",level:"warning",message:"GitHub has no runners {label}.",help:"Name a version of today, such as ubuntu-24.04; own machines are best told by labels that look like none of GitHub.",aliases:["actionlint/runner-label"],good:`on: push
jobs: { a: { runs-on: ubuntu-24.04-arm, steps: [{ run: make }] } }
`,bad:`on: push
jobs: { a: { runs-on: ubuntu-24, steps: [{ run: make }] } }
`},{id:"conflicting-runners",kind:"workflow",title:"A job asks for a machine with two systems",description:"A runner must have all labels of the list, so none takes the job.",level:"error",message:"No runner has both {label} and {other}.",help:"Put the labels into a matrix to run the job on each of them.",aliases:["actionlint/runner-label"],good:`on: push
jobs: { a: { strategy: { matrix: { os: [ubuntu-24.04, windows-2025] } }, runs-on: '\${{ matrix.os }}', steps: [{ run: make }] } }
`,bad:`on: push
jobs: { a: { runs-on: [ubuntu-24.04, windows-2025], steps: [{ run: make }] } }
`},{id:"unknown-shell",kind:"workflow",title:"A step names a shell that the runner cannot call",description:"The runner knows a few shells; to any other it must be told where to put the script.",level:"error",message:"The runner does not know how to call {shell}.",help:"Take bash, sh, pwsh, python, cmd or powershell, or write the whole command with {0} for the script: `fish {0}`.",aliases:["actionlint/shell-name"],good:`- run: echo $PATH
  shell: 'fish {0}'
`,bad:`- run: echo $PATH
  shell: fish
`},{id:"missing-shell",kind:"workflow",title:"A step names a shell that the machine does not have",description:"cmd and powershell come with Windows, sh with Linux and macOS.",level:"warning",message:"The shell {shell} is none of those that GitHub has on {system}.",help:"bash and pwsh are there on all systems.",aliases:["actionlint/shell-name"],good:`- run: echo $PATH
  shell: pwsh
`,bad:`- run: echo $PATH
  shell: powershell
`},{id:"malformed-uses",kind:"workflow",title:"A step uses what is no action",description:"GitHub cannot tell which action is meant, and the job fails before its first step.",level:"error",message:"No action is named by {uses}: {why}.",help:"Write owner/repository@version, owner/repository/path@version, ./path or docker://image:tag.",aliases:["actionlint/action"],good:`- uses: actions/checkout@v7
`,bad:`- uses: checkout@v7
`},{id:"malformed-call",kind:"workflow",title:"A job calls what is no workflow",description:"GitHub refuses the workflow: what can be called are files in .github/workflows.",level:"error",message:"No workflow is named by {uses}: {why}.",help:"Write ./.github/workflows/file.yml or owner/repository/.github/workflows/file.yml@version.",aliases:["actionlint/workflow-call"],good:`on: push
jobs: { a: { uses: ./.github/workflows/x.yml } }
`,bad:`on: push
jobs: { a: { uses: ./.github/workflows/x.yml@main } }
`},{id:"partial-credentials",kind:"workflow",title:"Credentials of an image are half there",description:"A registry asks for a name and a password.",level:"warning",message:"The credentials of the image have no {missing}.",help:"Write both, the password from `secrets`.",aliases:["actionlint/syntax-check"],good:`on: push
jobs: { a: { runs-on: ubuntu-24.04, container: { image: b, credentials: { username: c, password: '\${{ secrets.P }}' } }, steps: [{ run: make }] } }
`,bad:`on: push
jobs: { a: { runs-on: ubuntu-24.04, container: { image: b, credentials: { username: c } }, steps: [{ run: make }] } }
`},{id:"outdated-action",kind:"workflow",title:"A release of an action is older than what it runs on",description:"It was written for a Node that runners have no more; they run it on a newer one, which it was never tried with.",level:"warning",message:"{action} {ref} was written for a Node that runners have no more.",help:"Use a release of today.",aliases:["actionlint/action"],good:`- uses: actions/setup-node@v6
`,bad:`- uses: actions/setup-node@v3
`},{id:"archived-action",kind:"workflow",title:"Nobody mends an action any more",description:"Its owners have archived the repository: what is found in it stays in it.",level:"warning",message:"The repository {action} is archived, so nobody mends this action any more{instead}.",help:"Use an action that somebody looks after, or a script.",aliases:["zizmor/archived-uses"],good:`- uses: actions/create-github-app-token@v3
`,bad:`- uses: tibdex/github-app-token@v2
`},{id:"refused-action",kind:"workflow",title:"A release of an action is refused by GitHub",description:"The service that it speaks to is gone from github.com, and the step fails at once.",level:"error",message:"GitHub fails every job with {action} {ref}.",help:"Use a release of today; of artifacts, one name can no longer be written twice.",aliases:["actionlint/action"],good:`- uses: actions/upload-artifact@v7
  with: { path: build }
`,bad:`- uses: actions/upload-artifact@v3
  with: { path: build }
`},{id:"deprecated-command",kind:"workflow",title:"A script prints a command that runners will not read much longer",description:"What any program prints could set an output; files took the place of these commands in 2022.",level:"warning",message:"The command {command} is deprecated.",help:"Write a line `name=value` to the file that $GITHUB_OUTPUT, or for save-state $GITHUB_STATE, names.",aliases:["actionlint/deprecated-commands"],good:`- run: echo "a=1" >> "$GITHUB_OUTPUT"
`,bad:`- run: echo "::set-output name=a::1"
`},{id:"environment-name",kind:"workflow",title:"A variable has a name that no program finds again",description:"A name ends at the first =, and shells know none with a space or an & in it.",level:"warning",message:"The name {name} of a variable has a space, = or & in it.",help:"Use letters, digits and _.",aliases:["actionlint/env-var"],good:`on: push
env: { FOO_BAR: a }
jobs: {}
`,bad:`on: push
env: { "FOO BAR": a }
jobs: {}
`}];var t=[{id:"schedule-too-frequent",kind:"workflow",title:"A schedule is asked for more often than it is run",description:"GitHub starts a scheduled workflow at most every five minutes, whatever is written.",level:"warning",message:"The schedule asks for a run every {minutes}; GitHub runs it every 5 minutes at most.",help:"Write an interval of five minutes or more, such as */5.",aliases:["actionlint/events"],good:`on: { schedule: [{ cron: '*/5 * * * *' }] }
jobs: {}
`,bad:`on: { schedule: [{ cron: '*/2 * * * *' }] }
jobs: {}
`},{id:"empty-schedule",kind:"workflow",title:"A schedule names no time",description:"A workflow is started by the times that stand under schedule; without any it never is.",level:"warning",message:"The schedule names no time, so it starts nothing.",help:"Write the times: `schedule: [{ cron: '30 4 * * 1-5' }]`.",aliases:["actionlint/syntax-check"],good:`on: { schedule: [{ cron: '30 4 * * 1-5' }] }
jobs: {}
`,bad:`on: [push, schedule]
jobs: {}
`},{id:"unknown-timezone",kind:"workflow",title:"A schedule names a time zone that there is not",description:"GitHub takes the names of the IANA, such as Europe/Berlin; a schedule with another one does not run.",level:"error",message:"There is no time zone {timezone}.",help:"Write its name in the database of the IANA, such as Europe/Berlin; without one the schedule is in UTC.",aliases:["actionlint/events"],good:`on: { schedule: [{ cron: '0 7 * * 1-5', timezone: Europe/Berlin }] }
jobs: {}
`,bad:`on: { schedule: [{ cron: '0 7 * * 1-5', timezone: Europe/B\xE4rlin }] }
jobs: {}
`},{id:"refused-pattern",kind:"workflow",title:"The pattern of a filter cannot be read",description:"GitHub refuses the workflow: ? and + repeat what stands before them, and [ ] hold what is chosen from.",level:"error",message:"GitHub cannot read the pattern {pattern}: {why}.",help:"Mend it, or put a \\ before a character that stands for itself; patterns are no regular expressions.",aliases:["actionlint/glob"],good:`on: { push: { tags: ['v[0-9]+.*'] } }
jobs: {}
`,bad:`on: { push: { tags: ['v[0-9+.*'] } }
jobs: {}
`},{id:"unmatched-pattern",kind:"workflow",title:"The pattern of a filter can match nothing",description:"There is no such branch, tag or path, so the workflow never starts by it, or nothing is left out by it.",level:"warning",message:"The pattern {pattern} matches nothing: {why}.",help:"Write names of branches and tags without refs/, paths from the repository's root, and * for any characters.",aliases:["actionlint/glob"],good:`on: { push: { paths: ['src/**'] } }
jobs: {}
`,bad:`on: { push: { paths: ['./src/**'] } }
jobs: {}
`},{id:"too-many-inputs",kind:"workflow",title:"A workflow asks people for too much",description:"GitHub refuses a workflow_dispatch of more than 25 inputs.",level:"error",message:"The workflow_dispatch has {count} inputs; GitHub takes {most}.",help:"Put several values into one input, as JSON.",aliases:["actionlint/events"],good:`on: { workflow_dispatch: { inputs: { a: {}, b: {} } } }
jobs: {}
`,bad:`on: { workflow_dispatch: { inputs: { ${Array.from({length:26},(a,o)=>`i${o}: {}`).join(", ")} } } }
jobs: {}
`},{id:"input-default",kind:"workflow",title:"The default of an input is none of its values",description:"Whoever gives nothing gets a value that the input cannot have.",level:"error",message:"The default {value} of the input {name} is not {wanted}.",help:"Write a default that the input can have, or none.",aliases:["actionlint/events"],good:`on: { workflow_dispatch: { inputs: { port: { type: number, default: 8080 } } } }
jobs: {}
`,bad:`on: { workflow_dispatch: { inputs: { port: { type: number, default: ':8080' } } } }
jobs: {}
`},{id:"repeated-option",kind:"workflow",title:"A choice offers the same option twice",description:"People see it twice and wonder about the difference.",level:"warning",message:"The input {name} has the option {option} already.",help:"Take one of them out, or write what was meant.",aliases:["actionlint/events"],good:`on: { workflow_dispatch: { inputs: { to: { type: choice, options: [test, live] } } } }
jobs: {}
`,bad:`on: { workflow_dispatch: { inputs: { to: { type: choice, options: [test, test] } } } }
jobs: {}
`},{id:"unused-default",kind:"workflow",title:"The default of a required input is never used",description:"Whoever calls the workflow must give the input, or GitHub refuses the call.",level:"warning",message:"The input {name} is required, so its default is never used.",help:"Take the default out, or write `required: false`.",aliases:["actionlint/events"],good:`on: { workflow_call: { inputs: { path: { type: string, default: src } } } }
jobs: {}
`,bad:`on: { workflow_call: { inputs: { path: { type: string, required: true, default: src } } } }
jobs: {}
`},{id:"unused-options",kind:"workflow",title:"The options of an input are shown to nobody",description:"Only an input of the type choice has options; any other one takes whatever is written.",level:"warning",message:"The input {name} has options, but is no choice: nobody is shown them, and any value is taken.",help:"Write `type: choice`, or take the options out.",aliases:["actionlint/events"],good:`on: { workflow_dispatch: { inputs: { to: { type: choice, options: [test, live] } } } }
jobs: {}
`,bad:`on: { workflow_dispatch: { inputs: { to: { type: string, options: [test, live] } } } }
jobs: {}
`},{id:"unused-filter",kind:"workflow",title:"A pull request is filtered by tags",description:"A pull request has no tag, so GitHub passes the filter over.",level:"warning",message:"{event} has no tags, so {filter} filters nothing.",help:"Take the filter out, or put it under push.",aliases:["actionlint/events"],good:`on: { push: { tags: [v1] }, pull_request: { branches: [main] } }
jobs: {}
`,bad:`on: { pull_request: { branches: [main], tags-ignore: ['**'] } }
jobs: {}
`}];var s=[{id:"unknown-step",kind:"workflow",title:"A step is read that is not there",description:"GitHub puts nothing in its place and says nothing, so that a condition holds, or a value is missing, by a slip.",level:"error",message:"steps.{step} is read here, but {why}.",help:"Give the step that is meant this id, before it is read.",aliases:["actionlint/expression"],good:`- { id: version, run: make version }
- run: echo "$V"
  env: { V: "\${{ steps.version.outputs.v }}" }
`,bad:`- { id: version, run: make version }
- run: echo "$V"
  env: { V: "\${{ steps.versions.outputs.v }}" }
`},{id:"unknown-need",kind:"workflow",title:"A job is read that is not waited for",description:"Only the jobs that a job names in its needs can be read, not those that they need; all else is empty, without a word.",level:"error",message:"{read} is read here, but {why}: it is empty.",help:"Add the job to the needs of this one, or write the id of the one that is meant.",aliases:["actionlint/expression"],good:`on: push
jobs:
  a: { runs-on: ubuntu-24.04, steps: [{ run: make }] }
  b:
    needs: a
    if: needs.a.result == 'success'
    runs-on: ubuntu-24.04
    steps: [{ run: make }]
`,bad:`on: push
jobs:
  a: { runs-on: ubuntu-24.04, steps: [{ run: make }] }
  b:
    if: needs.a.result == 'success'
    runs-on: ubuntu-24.04
    steps: [{ run: make }]
`},{id:"unknown-output",kind:"workflow",title:"An output is read that its job or its action does not have",description:"Outputs of steps are outputs of their job, or of their composite action, only where that names them; all else is empty, without a word.",level:"error",message:"{owner} has no output {output}, so what is read here is empty.",help:"Add it to the outputs there, or read one of them.",aliases:["actionlint/expression"],good:`on: push
jobs:
  a:
    runs-on: ubuntu-24.04
    outputs: { v: "\${{ steps.v.outputs.v }}" }
    steps: [{ id: v, run: make v }]
  b:
    needs: a
    runs-on: ubuntu-24.04
    env: { V: "\${{ needs.a.outputs.v }}" }
    steps: [{ run: make }]
`,bad:`on: push
jobs:
  a:
    runs-on: ubuntu-24.04
    steps: [{ id: v, run: make v }]
  b:
    needs: a
    runs-on: ubuntu-24.04
    env: { V: "\${{ needs.a.outputs.v }}" }
    steps: [{ run: make }]
`},{id:"unknown-matrix-key",kind:"workflow",title:"A key is read that no row of the matrix has",description:"It is empty in every job of the matrix, without a word.",level:"warning",message:"The matrix of this job has no {key}, so matrix.{key} is empty.",help:"Add the key to the matrix, or read one that it has.",aliases:["actionlint/expression"],good:`on: push
jobs:
  a:
    strategy: { matrix: { node: [22, 24] } }
    runs-on: ubuntu-24.04
    env: { NODE: "\${{ matrix.node }}" }
    steps: [{ run: make }]
`,bad:`on: push
jobs:
  a:
    strategy: { matrix: { node: [22, 24] } }
    runs-on: ubuntu-24.04
    env: { NODE: "\${{ matrix.version }}" }
    steps: [{ run: make }]
`},{id:"undeclared-input",kind:"workflow",title:"An input is read that is not declared",description:"It is empty in every run, without a word.",level:"warning",message:"{read} is read here, but {owner} has no such input.",help:"Declare it, in a workflow below workflow_dispatch or workflow_call, or read one that is there.",aliases:["actionlint/expression"],good:`on: { workflow_dispatch: { inputs: { tag: { type: string } } } }
env: { TAG: "\${{ inputs.tag }}" }
jobs: {}
`,bad:`on: { workflow_dispatch: { inputs: { tag: { type: string } } } }
env: { TAG: "\${{ inputs.version }}" }
jobs: {}
`},{id:"unknown-property",kind:"workflow",title:"A property is read that its context does not have",description:"It is empty in every run, without a word.",level:"warning",message:"{context} has no property {property}.",help:"See the contexts reference of GitHub.",aliases:["actionlint/expression"],good:`on: push
env: { REF: "\${{ github.ref_name }}" }
jobs: {}
`,bad:`on: push
env: { REF: "\${{ github.refname }}" }
jobs: {}
`},{id:"function-argument",kind:"workflow",title:"A function is given what it cannot take",description:"The run fails where the expression stands, or leaves a value out.",level:"error",message:"{problem}.",help:"See the expressions reference of GitHub.",aliases:["actionlint/expression"],good:`on: push
env: { NAME: "\${{ format('{0}-{1}', github.ref_name, github.sha) }}" }
jobs: {}
`,bad:`on: push
env: { NAME: "\${{ format('{0}-{1}', github.sha) }}" }
jobs: {}
`},{id:"unsound-ternary",kind:"workflow",title:"A choice always falls on its second value",description:'What is read as "if, then, else" is two operators: an empty first value is passed over, whatever the condition says.',level:"warning",message:"The value before || is {value}, which counts as false: what stands behind it is always taken.",help:"Turn the condition round, so that the value that is not empty comes first: `!condition && 'b' || ''`.",aliases:["zizmor/unsound-ternary"],good:`on: push
env: { X: "\${{ github.ref != 'a' && 'b' || '' }}" }
jobs: {}
`,bad:`on: push
env: { X: "\${{ github.ref == 'a' && '' || 'b' }}" }
jobs: {}
`},{id:"call-mismatch",kind:"workflow",title:"What is called does not take what it is given",description:"A workflow that is called with an input or a secret that it does not have, or without one that it needs, does not start.",level:"error",message:"{called} {problem}.",help:"See the inputs and secrets of what is called.",aliases:["actionlint/workflow-call","actionlint/action"],good:`on: push
jobs:
  a: { uses: ./.github/workflows/called.yml, with: { name: a } }
`,bad:`on: push
jobs:
  a: { uses: ./.github/workflows/called.yml, with: { nam: a } }
`},{id:"condition-always-true",kind:"workflow",title:"A condition that is always true",description:"With text beside its expression, be it a line break, a condition is a text, and a text is true: a guard that guards nothing.",level:"error",message:"Text stands beside the expression, be it a line break, so that the condition is always true.",help:"Write the whole condition as one expression, without ${{ }}; of a block, end its first line with |- or >-.",aliases:["actionlint/if-cond","zizmor/unsound-condition","poutine/if_always_true"],good:`- run: make
  if: github.ref == 'refs/heads/main' && github.event_name == 'push'
`,bad:"- run: make\n  if: ${{ github.ref == 'refs/heads/main' }} && ${{ github.event_name == 'push' }}\n"},{id:"exclusive-filters",kind:"workflow",title:"A filter stands beside its opposite",description:"GitHub refuses the workflow: of branches and branches-ignore an event takes one.",level:"error",message:"{event} has {filter} and {filter}-ignore; GitHub takes one of them.",help:"Keep the first one, and write what is to be left out there with a ! before it.",aliases:["actionlint/events"],good:`on: { push: { branches: [main, '!main-old'] } }
jobs: {}
`,bad:`on: { push: { branches: [main], branches-ignore: [main-old] } }
jobs: {}
`},...t,...n,...e];var w=[{id:"yaml-syntax",kind:"workflow",title:"The text is not the YAML that it should be",description:"A file that cannot be read is run by nobody, and says so only where nobody looks.",level:"error",message:"{problem}.",help:"Mend the text at that place; YAML 1.2 is what GitHub reads.",aliases:["actionlint/syntax-check"],good:`on: push
jobs: {}
`,bad:`on: push
on: pull_request
jobs: {}
`},{id:"not-a-workflow",kind:"workflow",title:"The file is no workflow",description:"Nothing was found does not mean that it is good: the rules are about workflows and actions.",level:"note",message:"The file is neither a workflow nor an action: it was looked at for its YAML and for secrets alone.",help:"Name a workflow, or an action.yml; a workflow is known by its place, .github/workflows, or by its on and jobs.",aliases:[],good:`on: push
jobs: {}
`,bad:`services:
  web: { image: nginx }
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
`},{id:"action-metadata",kind:"workflow",title:"The metadata of an action lacks what its reference asks for",description:"A workflow can use the action all the same; the Marketplace cannot show it.",level:"warning",message:"{problem}; runners use the action all the same.",help:"See the metadata syntax reference of GitHub.",aliases:["actionlint/action"],good:`name: a
description: b
runs: { using: composite, steps: [{ run: make, shell: bash }] }
`,bad:`name: a
runs: { using: composite, steps: [{ run: make, shell: bash }] }
`},{id:"unknown-action",kind:"workflow",title:"Nothing is known of an action",description:"Its inputs could not be checked. The other rules judge the step all the same.",level:"note",message:"{action} is not in the catalogue, so its inputs are not checked.",help:"Check the spelling; nothing else needs to be done.",aliases:[],good:`- uses: actions/checkout@v7
`,bad:`- uses: somebody/something@v1
`},{id:"unknown-version",kind:"workflow",title:"Nothing is known of this version of an action",description:"Inputs come and go with releases; those of another release prove nothing about this one.",level:"note",message:"The inputs of {action} are known at {known}, not at {ref}.",help:"Use the release that is named, or let it be.",aliases:[],good:`- uses: actions/checkout@v7
`,bad:`- uses: actions/checkout@v2
`},{id:"version-comment-mismatch",kind:"workflow",title:"The comment names another release than the commit is of",description:"People and bots read the comment, GitHub runs the commit.",level:"warning",message:"The comment says {named}, but this commit of {action} is {version}.",help:"Write the release that the commit is of.",aliases:["zizmor/ref-version-mismatch"],good:`- uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
`,bad:`- uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v4
`},{id:"unknown-input",kind:"workflow",title:"An action is given an input that it does not have",description:"GitHub warns at run time and goes on without it, so what was meant does not happen.",level:"error",message:"{action} has no input {input}.",help:"See the action.yml of that release for what it takes.",aliases:["actionlint/action"],good:`- uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1
  with: { ref: main }
`,bad:`- uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1
  with: { branch: main }
`},{id:"missing-input",kind:"workflow",title:"An action is not given an input that it needs",description:"The step fails, or works on nothing.",level:"error",message:"{action} needs the input {input}.",help:"See the action.yml of that release for what it takes.",aliases:["actionlint/action"],good:`- uses: actions/cache@v5
  with: { path: build, key: build }
`,bad:`- uses: actions/cache@v5
  with: { path: build }
`},{id:"deprecated-input",kind:"workflow",title:"An action is given an input that it will not have much longer",description:"A later release takes it away, and an update of the pin then breaks the job.",level:"warning",message:"The input {input} of {action} is deprecated.",help:"See the action.yml of that release for what came in its place.",aliases:["actionlint/action"],good:'- uses: actions/create-github-app-token@v3\n  with: { client-id: "${{ vars.ID }}", private-key: "${{ secrets.KEY }}" }\n',bad:'- uses: actions/create-github-app-token@v3\n  with: { app-id: "${{ vars.ID }}", private-key: "${{ secrets.KEY }}" }\n'},...s,{id:"committed-secret",kind:"workflow",title:"A secret stands in the text",description:"Whoever has the history has the secret, for as long as it is valid.",level:"error",message:"This looks like a secret ({kind}).",help:"Revoke it, take it out, and read it from `secrets` instead. Whoever has the history has it too.",aliases:["secretlint","gitleaks"],good:'env: { URL: "https://${{ secrets.USER }}:${{ secrets.PASSWORD }}@registry.acme.dev" }\n',bad:`env: { URL: "https://someone:correcthorse1@registry.acme.dev" }
`},{id:"too-many-findings",kind:"workflow",title:"There is more wrong than is shown",description:"Two hundred findings of one engine about one file are listed; the rest is counted and still weighs.",level:"error",message:"There are {count} more findings of the {engine} engine in this file.",help:"Mend the first ones and run again.",aliases:[],good:`on: push
jobs: {}
`,bad:`on: push
name: a
name: a   # and so on, three hundred times
`}];export{i as a,w as b};
