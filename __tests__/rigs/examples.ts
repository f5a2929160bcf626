/** A small repository of `examples/`, and what is to come of its pipeline. */
export interface Example {
  readonly name: string;
  /** Programs that its jobs call, and `postgres`. */
  readonly programs: readonly string[];
  /** Every job of the pipeline, in its order. */
  readonly jobs: readonly string[];
  /** Those of them that are left out here, since they build images. */
  readonly images: readonly string[];
  /** What jobs print when their commands have really run. */
  readonly prints: Readonly<Record<string, RegExp>>;
}

export const EXAMPLES: readonly Example[] = [
  {
    name: 'go-service',
    programs: ['go', 'gofmt'],
    jobs: ['go-lint', 'go-format', 'go-test', 'go-build', 'links-image', 'ci-gate'],
    images: ['links-image'],
    // What asks the running service is left out.
    prints: { 'go-test': /^ok\s+example\.com\/links\/internal\/store\b(?![\s\S]*\/e2e)/m },
  },
  {
    name: 'pnpm-monorepo',
    programs: ['node', 'pnpm'],
    jobs: ['node-lint', 'node-format', 'node-typecheck', 'node-test', 'node-build', 'api-image', 'ci-gate'],
    images: ['api-image'],
    prints: {
      'node-format': /Checked \d+ files/,
      'node-test': /Tasks:\s+6 successful, 6 total/,
      'node-build': /Tasks:\s+4 successful, 4 total/,
    },
  },
  {
    name: 'uv-workspace',
    programs: ['uv', 'uvx'],
    jobs: ['python-lint', 'python-format', 'python-typecheck', 'python-test', 'python-build', 'meter-image', 'ci-gate'],
    images: ['meter-image'],
    prints: {
      'python-typecheck': /no issues found in 5 source files/,
      'python-test': /4 passed/,
      'python-build': /meter-1\.0\.0-py3-none-any\.whl/,
    },
  },
  {
    name: 'maven-modules',
    programs: ['javac', 'mvn'],
    jobs: ['java-test', 'invoices-image', 'ci-gate'],
    images: ['invoices-image'],
    prints: { 'java-test': /invoices \.+ SUCCESS[\s\S]*BUILD SUCCESS/ },
  },
  {
    name: 'rust-sqlx',
    programs: ['cargo', 'cargo-clippy', 'rustfmt', 'postgres'],
    jobs: ['rust-lint', 'rust-format', 'rust-test', 'rust-build', 'shelf-image', 'ci-gate'],
    images: ['shelf-image'],
    prints: { 'rust-test': /test a_book_is_lent_once \.\.\. ok/ },
  },
  {
    name: 'polyglot-proto',
    programs: ['buf', 'go', 'gofmt', 'node'],
    jobs: [
      'changes',
      'protobuf-lint',
      'protobuf-build',
      'board-lint',
      'board-typecheck',
      'board-test',
      'board-build',
      'station-lint',
      'station-format',
      'station-test',
      'station-build',
      'image',
      'ci-gate',
    ],
    images: ['image'],
    prints: {
      'board-test': /pass 2$/m,
      'station-test': /^ok\s+example\.com\/weather\/station\/internal\/forecast/m,
    },
  },
];
