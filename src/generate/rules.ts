import type { Rule } from '../domain/rule.ts';
import { EDIT_RULES } from './merge/rules.ts';

/** How a generated file begins: the id is that of `name: CI`. */
const HEADER =
  '# body: 58439813fe88d3d045a3093999f382522a7a7327 (git hash-object of what was generated below this line, before any edit by hand)\n';

/** What generation says of its own work: what was left out, and what would be lost. */
export const GENERATION_RULES = [
  {
    id: 'INTENT_NOT_SUPPORTED',
    kind: 'request',
    title: 'A wish was left out',
    description:
      'This version cannot print it, or the repository has nothing that it is for. It is left out alone: one wish never costs another.',
    level: 'warning',
    message: '{why} {whose}.',
    help: 'Where somebody asked for it, change the wish or take it out, or wait for a version that can print it. It is left out alone: nothing else is lost by it.',
    aliases: [],
    good: 'intents:\n  - { kind: timeout, for: { all: true }, minutes: 15 }\n',
    bad: 'intents:\n  - { kind: deploy, for: { all: true }, environment: staging, through: helm }\n',
  },
  {
    id: 'VERSION_OUT_OF_RANGE',
    kind: 'request',
    title: 'A version is asked for that the manifest excludes',
    description:
      'The range is the manifest’s own: `go` of go.mod, `engines.node`, `requires-python`, `rust-version`, `maven.compiler.release`, `TargetFramework`, `php` of composer.json, `ruby` of a Gemfile or gemspec, `elixir` of mix.exs. Most tools refuse to work outside of it, so the job would be red.',
    level: 'warning',
    message: '{unit} is to run with {tool} {versions}, which this excludes: it allows {allowed}.',
    help: 'Take the version out of the matrix, or widen the range of the manifest.',
    aliases: [],
    good: 'intents:\n  - { kind: matrix, for: { all: true }, tool: go, versions: ["1.25", "1.26"] }\n',
    bad: 'intents:\n  - { kind: matrix, for: { all: true }, tool: go, versions: ["1.24"] }\n',
  },
  {
    id: 'SETUP_NEEDED',
    kind: 'request',
    title: 'Something must be set up before a job works',
    description:
      'What publishes is trusted by a registry, or holds a secret of a protected environment. Neither can be written into a workflow.',
    level: 'note',
    message: '{what}',
    help: 'Set it up once, before the job runs for the first time; until then that job fails, and nothing else does.',
    aliases: [],
    good: 'intents:\n  - { kind: image, for: { all: true }, push: default-branch }\n',
    bad: 'intents:\n  - { kind: image, for: { all: true }, push: default-branch, registry: docker.io }\n',
  },
  {
    id: 'COVERED_ONCE_MERGED',
    kind: 'workflow',
    title: 'A workflow of this change runs checks that are generated as well',
    description:
      'What is left to the workflows of the repository is told by those at the base: a pull request that adds a workflow cannot take a check out of what is generated. (docs/decisions, “What existing workflows cover is not generated”)',
    level: 'note',
    message: 'Checks that this file runs only since this change are generated as well.',
    help: 'Nothing needs to be done: once it is merged they are left to it.',
    aliases: [],
    good: 'name: ci\n',
    bad: 'on: pull_request\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v7\n      - run: go test ./...\n',
  },
  {
    id: 'UNREAD_IN_CHANGE',
    kind: 'workflow',
    title: 'A file of this change could not be used',
    description:
      'What a manifest, a Dockerfile or a compose file would add to the pipeline is missing while it cannot be read. Of files that the change does not touch the profile tells the same, and no finding does.',
    level: 'warning',
    message: 'What this file would add to the pipeline may be missing: {what}',
    help: 'Mend the file, and take the pipeline over after that: it is generated anew on the next push.',
    aliases: [],
    good: 'name: ci\n',
    bad: '{ "name": \n',
  },
  {
    id: 'CHECKS_LOST',
    kind: 'request',
    title: 'A request takes away what the repository shows',
    description:
      'The pipeline is compared with the one that the repository would get without any request: what that one runs and this one does not is said, by whatever wish it was lost.',
    level: 'warning',
    message: 'By what is asked for, this no longer runs: {what}.',
    help: 'If it is meant, nothing needs to be done. If not, take the intent out that takes it away.',
    aliases: [],
    good: 'intents:\n  - { kind: timeout, for: { all: true }, minutes: 15 }\n',
    bad: 'intents:\n  - { kind: check, for: { all: true }, check: format, ensure: false }\n',
  },
  {
    id: 'NO_CHECK_LEFT',
    kind: 'request',
    title: 'No check of the repository is left',
    description: 'A gate over nothing is always green.',
    level: 'error',
    message: '{what} leaves no check in the pipeline, although the repository has some.',
    help: 'Leave at least one check of the repository in, or take generated.yml out of it.',
    aliases: [],
    good: 'intents:\n  - { kind: check, for: { all: true }, check: lint, ensure: true }\n',
    bad: 'intents:\n  - { kind: check, for: { all: true }, check: lint, ensure: false }\n  - { kind: check, for: { all: true }, check: format, ensure: false }\n  - { kind: check, for: { all: true }, check: test, ensure: false }\n  - { kind: check, for: { all: true }, check: build, ensure: false }\n',
  },
  {
    id: 'PULL_REQUESTS_NOT_REACHED',
    kind: 'request',
    title: 'No pull request to the default branch starts the pipeline',
    description: 'What is not run before the merge is found broken after it.',
    level: 'error',
    message: 'No pull request to {branch} would start the pipeline: {why}.',
    help: 'Let the trigger pull_request be, and name the default branch among its branches.',
    aliases: [],
    good: 'intents:\n  - { kind: trigger, on: pull_request, ensure: true, branches: [main] }\n',
    bad: 'intents:\n  - { kind: trigger, on: pull_request, ensure: false }\n',
  },
  {
    id: 'CHANGES_NOT_REACHED',
    kind: 'request',
    title: 'Some pull requests do not start the pipeline',
    description:
      'A filter of paths or branches leaves out changes that the repository has checks for. A required check that is never started also keeps such a pull request waiting.',
    level: 'warning',
    message: 'A pull request that {what} does not start the pipeline.',
    help: 'Leave the filter out: jobs that a change does not concern are skipped anyway.',
    aliases: [],
    good: 'intents:\n  - { kind: trigger, on: pull_request, ensure: true, paths: ["**", "!docs/**"] }\n',
    bad: 'intents:\n  - { kind: trigger, on: pull_request, ensure: true, paths: ["docs/**"] }\n',
  },
  {
    id: 'WRITTEN_BY_HAND',
    kind: 'workflow',
    title: 'A file of somebody else stands where a generated one would',
    description:
      'It does not have our header, so a person or another program has written it, and all of it would be replaced.',
    level: 'warning',
    message: 'The file was not generated by agent-generate: all of it would be replaced.',
    help: 'Move it to another name if you want to keep it: every workflow of the folder runs. Then take the generated one over.',
    aliases: [],
    good: `${HEADER}name: CI\n`,
    bad: 'name: my own pipeline\n',
  },
  ...EDIT_RULES,
] as const satisfies readonly Rule[];
