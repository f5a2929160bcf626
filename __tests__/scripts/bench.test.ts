import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Measurement, ratio } from '../../scripts/bench/measure.ts';
import { type Benchmarks, renderBenchmarks } from '../../scripts/bench/report.ts';
import { writeSynthetic } from '../../scripts/bench/synthetic.ts';
import type { ProjectProfile } from '../../src/domain/profile.ts';
import { runJson } from '../fakes/built.ts';
import { temporaryDirectory, temporaryRepository } from '../fakes/repository.ts';
import { haveTools, toolPath } from '../tools.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('The benchmarks', () => {
  it('are measured and written, of a clone that is there', { timeout: 120_000 }, async () => {
    using place = temporaryDirectory();
    await using repository = temporaryRepository({ 'go.mod': 'module a\n\ngo 1.24\n', 'main.go': 'package main\n' });
    repository.git('clone', '--quiet', '--bare', repository.path, join(place.path, 'stefanprodan+podinfo/repo'));
    const page = run(place.path, '--mirrors', place.path);
    const id = repository.git('rev-parse', '--short=12', 'HEAD').trim();
    expect(page).toMatch(new RegExp(`\\| stefanprodan/podinfo \\| ${id} \\| 2 \\| [\\d.|–× ]+ \\| 0 \\|`));
    expect(page).toMatch(/\| `--version` \| \d+ \| \d+–\d+ \| (\d+|–) \| \d+\.\d\d × \|/);
    expect(page.match(/^\| agent-generate \| \d+ /gm)).toHaveLength(2);
  });

  it('say what is missing where no clone is', () => {
    using place = temporaryDirectory();
    expect(() => run(place.path, '--mirrors', place.path)).toThrow(/holds none of stefanprodan\/podinfo/);
  });
});

describe('The page', () => {
  it('says of each target whether it holds', () => {
    const figures = { version: 15, ours: 50, systems: 80, posted: 80, profile: 30, large: 40, grown: [100, 190, 1090] };
    expect(targetsOf(renderBenchmarks(benchmarks(figures)))).toEqual([
      '1.50 × | yes',
      '5.0–5.0 × | yes (1 of 1)',
      '8.0–8.0 × | yes (1 of 1)',
      '100–100 MB | yes',
      '8.0–8.0 × | yes (1 of 1)',
      '3.0 × | yes',
      '4.0–4.0 × | yes',
      '1.00 × | yes',
      '100 MB | yes',
    ]);
    const worse = {
      version: 17,
      ours: 51,
      systems: 81,
      megabytes: 401,
      posted: 81,
      profile: 31,
      large: 41,
      grown: [100, 190, 1640],
    };
    expect(targetsOf(renderBenchmarks(benchmarks(worse)))).toEqual([
      '1.70 × | **no**',
      '5.1–5.1 × | **no** (0 of 1)',
      '8.1–8.1 × | **no** (0 of 1)',
      '401–401 MB | **no**',
      '8.1–8.1 × | **no** (0 of 1)',
      '3.1 × | **no**',
      '4.1–4.1 × | **no**',
      '1.61 × | **no**',
      '401 MB | **no**',
    ]);
  });

  it('has ratios of the rounds, so that a machine that slows down changes none', () => {
    expect(ratio(measured([20, 40, 80, 160]), measured([10, 20, 40, 80]))).toBe(2);
  });
});

it('A made-up repository holds the services that it was asked for', () => {
  using place = temporaryDirectory();
  writeSynthetic(place.path, 4);
  const { services, units } = runJson<ProjectProfile>(['profile', '--json', '--repository', place.path]);
  expect(services.map(({ name }) => name)).toEqual(['service-0', 'service-1', 'service-2', 'service-3']);
  expect(new Set(units.map(({ ecosystem }) => ecosystem))).toEqual(new Set(['go', 'node', 'python']));
});

describe.skipIf(!haveTools('conftest'))('The rules that conftest is given', () => {
  it('find what ours find', () => {
    using place = temporaryDirectory();
    const file = join(place.path, 'bad.yml');
    writeFileSync(file, BAD);
    const args = ['test', '--no-color', '--parser', 'yaml', '--policy', join(root, 'scripts/bench/conftest'), file];
    const found = failing(() => execFileSync(toolPath('conftest') ?? '', args, { encoding: 'utf8', stdio: 'pipe' }));
    expect([...found.matchAll(/ - main - ([a-z-]+):/g)].map(([, rule]) => rule)).toEqual([
      'continue-on-error-on-check',
      'credentials-persisted',
      'dangerous-triggers',
      'missing-timeout',
      'permissions-missing',
      'template-injection',
      'unpinned-image',
      'unpinned-uses',
      'untrusted-checkout',
    ]);
  });
});

const BAD = `on: [pull_request_target]
jobs:
  a:
    runs-on: ubuntu-24.04
    continue-on-error: true
    services: { db: { image: 'postgres:17' } }
    steps:
      - uses: actions/checkout@v4
        with: { ref: '\${{ github.event.pull_request.head.sha }}' }
      - run: echo "\${{ github.event.issue.title }}"
`;

function run(place: string, ...options: readonly string[]): string {
  const output = join(place, 'benchmarks.md');
  const args = [
    join(root, 'scripts/bench/run.ts'),
    '--runs',
    '1',
    '--files',
    '2',
    '--services',
    '1,2,3',
    '--output',
    output,
    ...options,
  ];
  execFileSync(process.execPath, args, { stdio: 'pipe' });
  return readFileSync(output, 'utf8');
}

function failing(command: () => string): string {
  try {
    return command();
  } catch (thrown) {
    return thrown instanceof Error && 'stdout' in thrown ? String(thrown.stdout) : '';
  }
}

function targetsOf(page: string): string[] {
  return [...page.matchAll(/^\| (?:`|the comment)[^|]+\| [^|]+\| (.*) \|$/gm)].slice(0, 9).map(([, rest = '']) => rest);
}

interface Figures {
  readonly version: number;
  readonly ours: number;
  readonly systems: number;
  readonly posted: number;
  readonly profile: number;
  readonly large: number;
  /** Of trees of 1,000, 10,000 and 100,000 files. */
  readonly grown: readonly number[];
  readonly megabytes?: number;
}

function benchmarks({ version, ours, systems, posted, profile, large, grown, megabytes = 100 }: Figures) {
  const machine = { cores: 2, model: 'a processor', gigabytes: 8, load: 0, node: '24.0.0', git: '2.40.0' };
  const start = { bare: measured([10]), version: measured([version]), help: measured([20]) };
  const row = { name: 'a/b', files: 1, commit: null, floor: measured([10]), ours: measured([ours], megabytes) };
  const comment = { name: 'a/b', floor: measured([10]), posted: measured([posted]), requests: 3 };
  return {
    machine,
    runs: 1,
    areReal: true,
    start,
    loaded: [],
    generated: [row],
    systems: [{ ...row, ours: measured([systems], megabytes) }],
    commented: [comment],
    profiled: [{ ...row, ours: measured([profile]) }],
    large: [{ ...row, ours: measured([large]) }],
    grown: grown.map((time, index) => ({
      files: 1000 * 10 ** index,
      services: 1,
      ours: measured([time], megabytes),
    })),
    validated: [],
  } satisfies Benchmarks;
}

function measured(times: readonly number[], megabytes = 40): Measurement {
  return { milliseconds: times[0] ?? 0, least: 0, most: 0, times, megabytes, exitCode: 0 };
}
