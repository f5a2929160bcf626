import type { Files, Scene } from './runs.ts';

const GO = '1.25.0';

/** A Go service with a test and an image. */
function service(name: string): Files {
  const at = name === '' ? '' : `${name}/`;
  const module = name === '' ? 'greeter' : name;
  return {
    [`${at}go.mod`]: `module example.com/${module}\n\ngo ${GO}\n`,
    [`${at}main.go`]: 'package main\n\nfunc main() {}\n',
    [`${at}main_test.go`]: 'package main\n\nimport "testing"\n\nfunc TestMain(t *testing.T) {}\n',
    [`${at}Dockerfile`]: `FROM golang:1.25\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\nUSER 65532\nEXPOSE 8080\nENTRYPOINT ["/app"]\n`,
  };
}

function configuration(...intents: readonly string[]): Files {
  const listed = intents.map((intent) => `    - ${intent}\n`).join('');
  return { '.github/agent-generate.yml': `version: 1\nrequest:\n  intents:\n${listed}` };
}

const README: Files = { 'README.md': '# Shop\n' };
const FORTY = Array.from({ length: 40 }, (_, n) => `services/s${String(n + 1).padStart(2, '0')}`);

/** The pull requests that the comment is judged by. */
export const SCENES: Readonly<Record<string, Scene>> = {
  'nothing-found': { base: README, head: { 'docs/manual.md': '# Manual\n' } },
  'one-service': { base: README, head: service('') },
  'forty-services': {
    base: Object.assign({}, README, ...FORTY.slice(0, 39).map(service)),
    head: service(FORTY[39] ?? ''),
  },
  'high-risk': {
    base: service('cart'),
    existing: (generated) => generated,
    accepted: configuration('{ kind: runner, for: { all: true }, labels: [self-hosted, linux, x64] }'),
    head: service('ledger'),
  },
  findings: {
    base: {
      ...service('cart'),
      ...configuration(
        '{ kind: publish, for: { all: true }, registry: npm, on: tag }',
        '{ kind: service, for: { all: true }, service: postgres, version: "9.1" }',
      ),
    },
    head: { 'cart/price.go': 'package main\n' },
    existing: (generated) => generated.replace('timeout-minutes: 10', 'timeout-minutes: 45'),
  },
  'in-words': {
    base: { ...service('cart'), ...service('ledger') },
    head: { 'cart/price.go': 'package main\n' },
    existing: (generated) => generated,
    words: ['Lint the Go code. Give ledger 25 minutes.', 'Test cart on Windows'],
  },
  fallback: {
    base: service('cart'),
    head: service('ledger'),
    existing: (generated) => generated,
    // What policy refuses: the layer is dropped, and the rest is proven again.
    accepted: configuration('{ kind: check, for: { all: true }, check: test, ensure: false }'),
  },
};
