import"./chunk-VAXFZMX4.js";var t=`agent-generate: a repository's CI pipeline, generated and proven before anybody
sees it.

Usage: agent-generate <command> [options]

Commands:
  generate            propose .github/workflows/generated.yml, with its findings
  profile             what the repository is, with the line that shows it
  request TEXT        one sentence as a request, or as questions
  validate [PATH]\u2026    check workflows against the policies; - is standard input
  explain RULE        why a rule is there, with a good and a bad example
  adopt               your workflows as the request that makes the same pipeline
  verify-audit FILE   check an audit log (in a later version)

  agent-generate <command> --help tells more; --version prints the version.

Exit codes: 0 done and proven \xB7 1 the verdict is fail \xB7 2 usage or input error \xB7
3 it could not be judged or done.
`,o=`Usage: agent-generate generate [options]

Reads the repository, prints the pipeline that it proposes, and proves it. By
default nothing is written.

  --repository DIR      the checkout (default: here)
  --base REV            compare with this revision (default: the default branch)
  --head REV            read this revision's objects (default: the work tree)
  --request TEXT        what you want, in words
  --provider NAME       who reads the words: anthropic, openai (the protocol of
                        the server), none, or auto: the one that there is a key
                        of, in ANTHROPIC_API_KEY or OPENAI_API_KEY
  --model ID            the model (default: one of the provider's)
  --base-url URL        another server that speaks the protocol
  --max-tokens N        what a run may read and write at most, in tokens
  --max-cost-usd N      what it may cost, by the prices of the configuration
  --show-prompt         print what a model would be told, and tell nobody
  --existing WORD       keep: what your workflows check is not generated again;
                        replace: everything is (default: as settings.existing)
  --target LIST         github (default); gitlab, jenkins and helm come later
  --timeout-seconds N   1 to 3600 (default: 300)
  --write               write the files into the repository
  --output DIR          write the files below DIR instead
  --explain             show every job, step and value with its reason
  --json                print one JSON document

Examples:
  agent-generate generate
  agent-generate generate --base origin/main --write
  agent-generate generate --repository ../shop --json
`,a=`Usage: agent-generate profile [--repository DIR] [--json]

Prints what the repository is: units, commands, versions, services, ports, each
with the file and line that shows it. Nothing of the repository is run.
`,n=`Usage: agent-generate request [options] TEXT

Turns a sentence into a request, into questions, or into what is refused. By
default it is read without a model. docs/requests.md shows what can be said.

  --repository DIR      the checkout (default: here)
  --provider NAME       auto, anthropic, openai or none (default: auto)
  --max-tokens N        and --model, --base-url, --max-cost-usd: as of generate
  --show-prompt         print what a model would be told, and tell nobody
  --timeout-seconds N   1 to 3600 (default: 300)
  --json                print one JSON document
`,s=`Usage: agent-generate validate [FILE|DIR]\u2026 [options]

Checks workflow files: syntax, GitHub's schema, inputs of actions, policies,
secrets. Of a directory workflows and actions are judged; - is standard input.

  --format NAME       text (default), json, sarif or github
  --policies PATH     a policy of your own, compiled: a .wasm file or a bundle
  --config PATH       the configuration (default: .github/agent-generate.yml)
  --timeout-seconds N 1 to 3600 (default: 300)

Examples:
  agent-generate validate .github/workflows
  agent-generate validate --format sarif ci.yml > findings.sarif
`,i=`Usage: agent-generate explain RULE

Prints why the rule is there, what it is called elsewhere, how to mend a
finding, and a good and a bad example. docs/rules.md lists all rules.
`,r=`Usage: agent-generate adopt [--repository DIR] [--write]

Prints the configuration, .github/agent-generate.yml, by which generate makes
the pipeline that your workflows are, each intent with the line that it comes
from. What no intent can say goes to standard error, by file and line.

  --repository DIR      the checkout (default: here)
  --write               write the file, unless another one is there
`,d=`Usage: agent-generate verify-audit FILE

Checks an audit log. This version writes none yet.
`,h={generate:o,profile:a,request:n,validate:s,explain:i,adopt:r,"verify-audit":d};function l(e){return e===null?t:h[e]}export{l as helpText};
