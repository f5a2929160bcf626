import type { Check } from '../../../domain/check.ts';
import type { EcosystemName } from '../../../domain/profile.ts';
import type { Row } from './table.ts';

/** `lint errors`, `linting problems`: what a check finds. */
function found(names: string): string {
  const kinds = 'error|errors|warnings|problems|issues|violations|findings|failures|mistakes'.split('|');
  return names
    .split('|')
    .flatMap((name) => kinds.map((kind) => `${name} ${kind}`))
    .join('|');
}

/** What can be checked: as something that is done, and as the name of the thing. */
const CHECK_WORDS: readonly (readonly [Check, verbs: string, nouns: string])[] = [
  [
    'lint',
    'lint|lints|vet|vets',
    `linter|linters|linting|linted|vetted|vetting|static analysis|static code analysis|static checks|lint check|lint checks|linting check|linting checks|code linting|lint rules|lint pass|lint stage|lint job|lint jobs|lint step|lint steps|lint run|linting job|linting step|linter job|linter step|statically analysed|statically analyzed|unused variables|unused variable|unused imports|unused import|unused parameters|shadowed names|shadowed variables|shadowed name|${found('lint|linting|linter')}`,
  ],
  [
    'format',
    'format',
    `formatting|formatter|formatters|formatted|format check|format checks|formatting check|code formatting|code style|code format|correctly formatted|consistently formatted|well formatted|well-formatted|neatly formatted|consistent formatting|consistent code style|format job|format step|formatting job|formatting step|formatter job|formatter step|formatting checks|formatting rules|${found('format|formatting|formatter')}`,
  ],
  [
    'typecheck',
    'typecheck|type-check|type check',
    `typechecking|type-checking|type checking|typechecks|type checks|types|type checker|typechecker|typecheck job|typecheck step|type check job|type check step|static types|static typing|static type checks|static type checking|static type check|type safety|type-safety|type safe|type-safe|typesafe|typed|type-checked|type checked|typechecked|${found('type|typing|typecheck')}`,
  ],
  [
    'test',
    'test',
    'tests|testing|tested|unit test|unit tests|unit-tests|test suite|test suites|test cases|test job|test jobs|test run|test runs|test stage|test-suite|unit test suite|automated tests|existing tests',
  ],
  [
    'build',
    'build|compile',
    'builds|building|built|compiles|compilation|compiled|compiling|build check|build job|build step',
  ],
  [
    'audit',
    'audit',
    'audit job|audit step|audits|auditing|audited|dependency audit|dependency audits|audit of dependencies|dependency check|vulnerable dependencies|known vulnerabilities in dependencies|security audit|dependency scan|dependency scanning|dependency scans|dependency checks|dependency review|dependency vulnerabilities|dependency security|dependency vulnerability scan|dependency security scan|supply chain audit|supply chain scan|supply chain check|supply-chain audit|supply-chain scan|audit of our dependencies|audit of the dependencies',
  ],
  [
    'coverage',
    'cover',
    'coverage|code coverage|test coverage|covered by tests|covered by the tests|covered by unit tests|exercised by tests|exercised by the tests|executed by tests|executed by the tests|reached by tests|reached by the tests|hit by tests|hit by the tests|coverage check|coverage checks|coverage report|coverage reports|coverage reporting|coverage numbers|coverage number|coverage figures|coverage figure|coverage stats|coverage statistics|coverage data|coverage percentage|coverage level|coverage rate|coverage gate|coverage requirement|coverage requirements|coverage rule|coverage target|coverage goal|coverage job|coverage step|test coverage report|code coverage report|unit test coverage|covered|line coverage|coverage threshold|coverage minimum|minimum coverage|min coverage|min. coverage|minimal coverage|coverage floor|min test coverage|minimum test coverage',
  ],
  [
    'secret-scan',
    'scan for secrets|check for secrets|checks for secrets|search for secrets|look for secrets',
    'secret scan|secret scans|secret scanning|secret scanner|secrets scan|secret-scan|secrets scanning|secret detection|secrets detection|secret check|leak detection|credential scan|credential scanning|scan for credentials|scan for leaked secrets|secret leak detection',
  ],
];

/** Tools that people name for a check. Where it does more than one, the words must say which. */
const TOOLS: readonly (readonly [
  name: string,
  also: string,
  checks: readonly Check[],
  ecosystems: readonly EcosystemName[],
])[] = [
  ['golangci-lint', 'golangci|golangcilint|golangci lint', ['lint'], ['go']],
  ['go vet', 'govet', ['lint'], ['go']],
  ['staticcheck', '', ['lint'], ['go']],
  ['gofmt', 'go fmt', ['format'], ['go']],
  ['goimports', '', ['format'], ['go']],
  ['govulncheck', '', ['audit'], ['go']],
  ['eslint', 'es-lint|es lint', ['lint'], ['node', 'bun']],
  ['oxlint', '', ['lint'], ['node', 'bun']],
  ['prettier', '', ['format'], ['node', 'bun']],
  ['biome', '', ['lint', 'format'], ['node', 'bun']],
  ['tsc', '', ['typecheck', 'build'], ['node', 'bun']],
  ['vitest', '', ['test'], ['node', 'bun']],
  ['jest', '', ['test'], ['node', 'bun']],
  ['ruff', '', ['lint', 'format'], ['python']],
  ['flake8', '', ['lint'], ['python']],
  ['pylint', '', ['lint'], ['python']],
  ['black', '', ['format'], ['python']],
  ['isort', '', ['format'], ['python']],
  ['mypy', '', ['typecheck'], ['python']],
  ['pyright', '', ['typecheck'], ['python']],
  ['pytest', '', ['test', 'coverage'], ['python']],
  ['pip-audit', 'pip audit', ['audit'], ['python']],
  ['checkstyle', '', ['lint'], ['java', 'kotlin']],
  ['spotbugs', '', ['lint'], ['java', 'kotlin']],
  ['pmd', '', ['lint'], ['java']],
  ['spotless', '', ['format'], ['java', 'kotlin']],
  ['google-java-format', '', ['format'], ['java']],
  ['junit', '', ['test'], ['java', 'kotlin']],
  ['jacoco', '', ['coverage'], ['java', 'kotlin']],
  ['ktlint', '', ['lint', 'format'], ['kotlin']],
  ['detekt', '', ['lint'], ['kotlin']],
  ['clippy', '', ['lint'], ['rust']],
  ['rustfmt', 'cargo fmt', ['format'], ['rust']],
  ['cargo-deny', 'cargo deny', ['audit'], ['rust']],
  ['cargo-audit', 'cargo audit', ['audit'], ['rust']],
  ['rubocop', '', ['lint', 'format'], ['ruby']],
  ['rspec', '', ['test'], ['ruby']],
  ['bundler-audit', '', ['audit'], ['ruby']],
  ['phpstan', '', ['lint', 'typecheck'], ['php']],
  ['psalm', '', ['typecheck'], ['php']],
  ['phpcs', 'php_codesniffer|phpcodesniffer', ['lint'], ['php']],
  ['php-cs-fixer', 'php cs fixer', ['format'], ['php']],
  ['phpunit', '', ['test'], ['php']],
  ['credo', '', ['lint'], ['elixir']],
  ['mix format', '', ['format'], ['elixir']],
  ['dialyzer', 'dialyxir', ['typecheck'], ['elixir']],
  ['shellcheck', '', ['lint'], ['shell']],
  ['tflint', '', ['lint'], ['terraform']],
  ['terraform fmt', '', ['format'], ['terraform']],
  ['terraform validate', '', ['lint'], ['terraform']],
  ['clang-format', '', ['format'], ['cpp']],
  ['clang-tidy', '', ['lint'], ['cpp']],
  ['swiftlint', '', ['lint'], ['swift']],
  ['dotnet format', '', ['format'], ['dotnet']],
  ['gitleaks', '', ['secret-scan'], []],
];

/** `drops below`, `never falls under`: how a value gets too low, and that it must not. */
const LOWERING = ['drop', 'dip', 'fall', 'go', 'sink', 'slip', 'slide', 'get', 'be']
  .flatMap((verb) => [
    verb,
    `not ${verb}`,
    `never ${verb}`,
    verb === 'be' ? 'is' : `${verb}${verb === 'go' ? 'es' : 's'}`,
  ])
  .flatMap((verb) => ['below', 'under', 'beneath'].map((low) => `${verb} ${low}`))
  .join('|');

/** `nine out of ten`, `4 in 5`: a share of the whole. */
const SHARES: readonly Row[] = [
  ['five 5', 'four 4'],
  ['four 4', 'three 3'],
  ['ten 10', 'nine 9'],
  ['ten 10', 'eight 8'],
  ['ten 10', 'seven 7'],
  ['ten 10', 'six 6'],
].map(([whole = '', part = '']): Row => {
  const [wholes, parts] = [whole.split(' '), part.split(' ')];
  const phrases = parts.flatMap((some, at) => ['out of', 'in'].map((of) => `${some} ${of} ${wholes[at]}`));
  return [phrases.join('|'), { tag: 'percent', value: (100 * Number(parts[1])) / Number(wholes[1]) }];
});

/** `four fifths`, `nine tenths`: the same, as a fraction that comes to whole percents. */
const FRACTIONS: readonly Row[] = [
  ['quarters', 4],
  ['fourths', 4],
  ['fifths', 5],
  ['tenths', 10],
].flatMap(([name, whole]) =>
  ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
    .slice(0, Number(whole) - 2)
    .map(
      (part, at): Row => [
        `${part} ${name}|${part}-${name}`,
        { tag: 'percent', value: (100 * (at + 2)) / Number(whole) },
      ],
    ),
);

export const CHECK_ROWS: readonly Row[] = [
  ...CHECK_WORDS.flatMap(([check, verbs, nouns]): Row[] => [
    [verbs, { tag: 'check', check, isNoun: false }],
    [nouns, { tag: 'check', check, isNoun: true }],
  ]),
  ...TOOLS.map(
    ([tool, also, checks, ecosystems]): Row => [
      also === '' ? tool : `${tool}|${also}`,
      { tag: 'tool', tool, checks, ecosystems },
    ],
  ),
  [
    'dependencies|dependency|third-party packages|third party packages|deps|packages we depend on|the packages we depend on|libraries we depend on|libraries we use|packages we use|what we depend on|third-party code|third party code|third-party libraries|third party libraries|third-party libs|third party libs|libs|libraries|third-party dependencies|third party dependencies|transitive dependencies|dependency tree|open source packages|open-source packages|open source libraries|open-source libraries|external packages|external libraries|every dependency|each dependency|dependencies we pull in|dependency we pull in|every dependency we pull in|the libraries we pull in|stuff we depend on|anything we depend on|what we pull in|libraries we pull in|packages we pull in|packages we install|supply chain',
    { tag: 'dependencies' },
  ],
  [
    'vulnerabilities|vulnerability|cves|cve|known cves|known cve|known vulnerabilities|security holes|security problems|security issues|vulns|known holes|holes|known flaws|flaws|known hole|hole|known vulnerability|security hole|security issue|advisory|advisories|security advisory|security advisories|vulnerable|security vulnerabilities|security vulnerability|security bugs|security flaws|known security issues|known security problems|known security vulnerabilities|known security holes|known problems|exploits|known exploits|security alerts|security warnings',
    { tag: 'flaws' },
  ],
  [
    'scan|scans|scanning|scanned|scanner|looked at|looked through|looked over|inspect|inspected|examined|searched',
    { tag: 'scan' },
  ],
  [
    'credential|token|key|keys|ssh key|ssh keys|signing key|signing keys|deploy keys|service account key|service account keys|cloud keys|cloud credentials|login data|connection strings|personal access token|personal access tokens|private tokens|sensitive data|sensitive values|sensitive information|secret key|secret keys|secrets or keys|secrets|committed secrets|leaked secrets|credentials|committed credentials|leaked credentials|api key|api keys|an api key|passwords|password|tokens|leaked tokens|secret|private keys|private key|access keys|access key|access tokens|access token|aws keys|aws key|hardcoded secrets|hard-coded secrets|hardcoded credentials|hard-coded credentials|hardcoded passwords|hard-coded passwords|hardcoded keys|leaked keys|leaked passwords|leaked api keys|exposed secrets|exposed credentials|api tokens|api token',
    { tag: 'secrets' },
  ],
  [
    'sneak into our history|sneaks into our history|sneak into the history|sneak into git|sneaks into git|sneak into the repository|creep into our history|creep into git|slip into our history|slip into git|slips into git|committing|checking in|git history|the git history|commit history|the commit history|the whole git history|our commit history|slips|slip|ends up in|end up in|ends up|end up|slipped|leaks|leaked|leak|commits|committed|checks in|checked in|check in|into a commit|into git|in the git history|in our git history|in git history|in our history|into the repository|in a commit|in commits|into commits|in the history|in the repository|in the repo|in git',
    { tag: 'leak' },
  ],
  [
    "hear about|want to hear of|know about|want to know|wants to know|like to know|want to be told|i would love to know|we would love to know|i'd love to know|we'd love to know|need to know|have to know|want to be informed|be informed|be warned|get warned|be notified|get notified|want to hear|want to hear about it|want to hear about that|get told|want to be warned|want to be alerted|hear about it|hear about that|flagged|catch|catches|caught|spot|spots|detect|detects|be alerted to|be alerted about|know about it|know about that|be told|be alerted|find out",
    { tag: 'do' },
  ],
  ['have a say|has a say|have its say|have the last word|has the last word|the last word|decide', { tag: 'do' }],
  [
    'stay above|stays above|remain above|remains above|stay at or above|be above|is above|at or above|below|under|beneath|less than|lower than|smaller than|worse than|at least|at the very least|minimum|minimum of|a minimum of|threshold|threshold of|above|or more|or higher|or better|no lower than|no worse than|not worse than|no less than|not less than|not lower than|not below|not under|floor of|a floor of|higher than|greater than|or above',
    { tag: 'bound' },
  ],
  [LOWERING, { tag: 'bound' }],
  ...SHARES,
  ...FRACTIONS,
  ['percent|per cent|%|pct', { tag: 'percent-word' }],
];
