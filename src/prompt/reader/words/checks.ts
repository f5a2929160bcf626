import type { Check } from '../../../domain/check.ts';
import type { EcosystemName } from '../../../domain/profile.ts';
import type { Row } from './table.ts';

/** What can be checked: as something that is done, and as the name of the thing. */
const CHECK_WORDS: readonly (readonly [Check, verbs: string, nouns: string])[] = [
  [
    'lint',
    'lint|lints',
    'linter|linters|linting|linted|static analysis|lint check|lint checks|linting check|code linting|lint rules|statically analysed|statically analyzed|lint errors|lint warnings|linting errors|linter errors|linter warnings|lint problems|lint issues',
  ],
  [
    'format',
    'format',
    'formatting|formatter|formatters|formatted|format check|formatting check|code formatting|code style|correctly formatted|formatting checks|formatting errors|formatting problems|formatting issues',
  ],
  [
    'typecheck',
    'typecheck|type-check|type check',
    'typechecking|type-checking|type checking|typechecks|type checks|types|type checker|typechecker|type errors|typing errors|static types|typed|type-checked|type checked|typechecked',
  ],
  [
    'test',
    'test',
    'tests|testing|tested|unit test|unit tests|unit-tests|test suite|test suites|test cases|test job|test jobs|test run|test runs',
  ],
  [
    'build',
    'build|compile',
    'builds|building|built|compiles|compilation|compiled|compiling|build check|build job|build step',
  ],
  [
    'audit',
    'audit',
    'audits|auditing|audited|dependency audit|dependency audits|audit of dependencies|dependency check|vulnerable dependencies|known vulnerabilities in dependencies|security audit|dependency scan|dependency scanning|dependency scans',
  ],
  [
    'coverage',
    'cover',
    'coverage|code coverage|test coverage|covered by tests|covered by the tests|covered by unit tests|coverage check|coverage report|covered|line coverage|coverage threshold',
  ],
  [
    'secret-scan',
    'scan for secrets|check for secrets|checks for secrets|search for secrets|look for secrets',
    'secret scan|secret scans|secret scanning|secret scanner|secrets scan|secret-scan|secrets scanning|secret detection|secret check',
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
  ['phpunit', '', ['test'], ['php']],
  ['credo', '', ['lint'], ['elixir']],
  ['shellcheck', '', ['lint'], ['shell']],
  ['tflint', '', ['lint'], ['terraform']],
  ['gitleaks', '', ['secret-scan'], []],
];

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
    'dependencies|dependency|third-party packages|third party packages|deps|packages we depend on|the packages we depend on|libraries we depend on|libraries we use|packages we use|what we depend on|third-party code|third party code|third-party libraries',
    { tag: 'dependencies' },
  ],
  [
    'vulnerabilities|vulnerability|cves|cve|known cves|known cve|known vulnerabilities|security holes|security problems|security issues|vulns|known holes|holes|known flaws|flaws|known hole|hole|known vulnerability|security hole|security issue|advisory|advisories|security advisory|security advisories|vulnerable',
    { tag: 'flaws' },
  ],
  [
    'scan|scans|scanning|scanned|scanner|looked at|looked through|looked over|inspect|inspected|examined|searched',
    { tag: 'scan' },
  ],
  [
    'secrets|committed secrets|leaked secrets|credentials|committed credentials|leaked credentials|api key|api keys|an api key|passwords|password|tokens|leaked tokens|secret|private keys|private key',
    { tag: 'secrets' },
  ],
  [
    'slips|slip|ends up in|end up in|ends up|end up|slipped|leaks|leaked|leak|commits|committed|checks in|checked in|check in|into a commit|into git|in the git history|in our git history|in git history|in our history|into the repository|in a commit|in commits|into commits|in the history|in the repository|in the repo|in git',
    { tag: 'leak' },
  ],
  [
    "hear about|want to hear of|know about|want to know|wants to know|like to know|want to be told|i would love to know|we would love to know|i'd love to know|we'd love to know|need to know|have to know|want to be informed|be informed|be warned|get warned|be notified|get notified|want to hear|want to hear about it|want to hear about that|get told|want to be warned|want to be alerted|hear about it|hear about that|know about it|know about that|be told|be alerted|find out",
    { tag: 'do' },
  ],
  ['have a say|has a say|have its say|have the last word|has the last word|the last word|decide', { tag: 'do' }],
  [
    'not drop under|not drop below|not fall below|not fall under|not go below|never drop below|never fall below|stay above|stays above|not sink below|below|under|less than|lower than|at least|minimum|minimum of|a minimum of|threshold|threshold of|above|drops below|falls below|is below|goes below|or more|or higher|no lower than|drops under|falls under|dips below|dips under',
    { tag: 'bound' },
  ],
  ['three quarters|three-quarters', { tag: 'percent', value: 75 }],
  ['percent|per cent|%|pct', { tag: 'percent-word' }],
];
