/**
 * What no pull request may start by itself, whatever says that it is a check: what deploys, publishes or logs in, asks a person, changes
 * files, or does not end.
 */
const NEVER =
  /(?:^|[\s:./=_-])(?:deploy|publish|push|release|upload|login|logout|sudo|ssh|scp|watch|serve|start|dev|apply|destroy|delete|drop|purge|prod|production|staging|token|secrets?|password)(?=$|[\s:.=/_-])|--(?:watch|interactive|open|ui|fix|write)\b(?!=false)/i;

/** What is made as people will use it goes nowhere by that. */
const MADE = /\bbuild[:_-]prod(?:uction)?(?![\w:-])/gi;

/** Programs that only build and test; what others do when they are told of a release, nobody knows. */
const BUILDS =
  /^(?:\w{1,60}=\S{0,200} ){0,8}(?:cargo|cross|dotnet|msbuild|swift|xcodebuild|cmake|ctest|meson|zig|flutter|wasm-pack|maturin|trunk|bazel|go) /;

/** How they are told what they make. */
const FOR_RELEASE =
  /\s(?:--release|(?:--?config(?:uration)?|--profile|--build-?type)[ =]release|[-/]\S{1,60}=release)(?=\s|$)/gi;

/** Its short name, in programs that have it so. */
const MADE_SHORTLY = /^((?:dotnet|swift) (?:\S{1,200} ){0,20})-c release(?=\s|$)/i;

/** Groups of dependencies are named, and nothing is started by that. */
const GROUPS =
  /\s(?:--(?:no-)?dev|--(?:(?:only-|no-)?group|with|without|only|extra)[ =](?:[\w-]{1,40},){0,5}dev)(?=\s|$)/g;

/** Programs that read what lies at the paths they are given, and check or build it. */
const READS =
  /^(?:(?:uv|poetry|pdm|pipenv|hatch) run )?(?:python3? -m )?(?:go (?:test|vet|build)|gotestsum|golangci-lint run|cargo (?:test|nextest|clippy|build|check|fmt|doc)|dotnet (?:test|build|format)|pytest|ruff|mypy|pyright|flake8|black|isort|pylint|shellcheck|hadolint|helm lint|buf lint) /;

/** Where another command begins, or one stands in it. */
const OTHER = /[;&|<>`]|\$\(/;

/** Options with which a check fails for nothing that it finds, or only lists what it would look at. (ruff, flake8, pylint, pytest, golangci-lint, staticcheck, hadolint and jest, "Options") */
const FORGIVING =
  /\s(?:--(?:exit-zero|collect-only|co|list-?tests|no-fail|issues-exit-code[= ]0)|-fail[= ]none)(?=\s|$)/i;

/** Whether a command, as it is typed, is told to fail for nothing. */
export function failsNever(run: string): boolean {
  return FORGIVING.test(run);
}

/** Whether a command, as it is typed, is one of them, or checks nothing. */
export function isNever(run: string): boolean {
  if (failsNever(run)) return true;
  const made = run.replace(MADE, ' ').replace(GROUPS, ' ').replace(MADE_SHORTLY, '$1');
  const plain = BUILDS.test(made) ? made.replace(FOR_RELEASE, ' ') : made;
  return NEVER.test(READS.test(plain) && !OTHER.test(plain) ? plain.replace(/\s\S{0,500}\/\S{0,500}/g, ' ') : plain);
}
