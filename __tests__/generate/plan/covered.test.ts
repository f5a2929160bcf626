import { describe, expect, it } from 'vitest';
import type { Check } from '../../../src/domain/check.ts';
import type { Condition, Coverage, CoveredRun, Missed, NameFilter } from '../../../src/domain/coverage.ts';
import type { ProjectProfile, Task, Unit } from '../../../src/domain/profile.ts';
import type { Intent } from '../../../src/domain/request.ts';
import type { GenerateInput } from '../../../src/generate/generate.ts';
import { generateOver } from '../generating.ts';
import { command, lint, profileOf, requestOf, service, unit } from '../profiles.ts';

const ALL = { all: true } as const;
const EVERYTHING: NameFilter = { only: [], except: [] };
const COMMANDS = { install: [], lint: [], test: [command('go test ./...')], build: [command('go build ./...')] };

function runOf(run: string, given: Partial<CoveredRun> = {}): CoveredRun {
  const by = { file: '.github/workflows/ci.yml', line: 31 };
  return { kind: 'command', run, directory: '.', by, branches: EVERYTHING, paths: EVERYTHING, ...given } as CoveredRun;
}

function covering(...runs: readonly CoveredRun[]): { readonly coverage: Coverage } {
  return { coverage: { runs, conditional: [], replaceable: [] } };
}

const ONE: ProjectProfile = { ...profileOf([unit({ commands: COMMANDS })]), ...covering(runOf('go test ./...')) };
const BOTH: ProjectProfile = { ...ONE, ...covering(runOf('go test ./...'), runOf('go build ./...')) };

function jobsOf(profile: ProjectProfile, intents: readonly Intent[] = [], options: Partial<GenerateInput> = {}) {
  return generateOver(profile, requestOf(...intents), options).pipeline.jobs.map(({ id }) => id);
}

describe('What the repository’s own workflows cover', () => {
  it('is not generated, and is said with the step that does it', () => {
    const { pipeline, findings } = generateOver(ONE);
    expect(pipeline.jobs.map(({ id }) => id)).toEqual(['go-build', 'ci-gate']);
    expect(pipeline.covered).toMatchObject([
      { subject: 'go', check: 'test', by: [{ file: '.github/workflows/ci.yml', line: 31 }] },
    ]);
    expect(findings).toEqual([]);
  });

  it('is a check only with all of its commands', () => {
    const test = [command('go test ./...'), command('make smoke')];
    const profile = { ...profileOf([unit({ commands: { ...COMMANDS, test } })]) };
    expect(jobsOf({ ...profile, ...covering(runOf('make smoke')) })).toContain('go-test');
    expect(jobsOf({ ...profile, ...covering(runOf('make smoke'), runOf('go test ./...')) })).not.toContain('go-test');
  });

  it.each(['lint', 'format', 'typecheck', 'audit'])('is a part of a check whose commands stand apart: %s', (check) => {
    const commands = { ...COMMANDS, lint: [lint(check, 'rubocop'), lint(check, 'erb_lint --lint-all')] };
    const profile = { ...profileOf([unit({ commands })]), ...covering(runOf('rubocop')) };
    const { pipeline } = generateOver(
      profile,
      requestOf({ kind: 'check', for: ALL, check: check as Check, ensure: true }),
    );
    const job = pipeline.jobs.find(({ id }) => id === `go-${check}`);
    expect(job?.steps.flatMap((step) => ('run' in step ? [step.run] : []))).toContain('erb_lint --lint-all');
    expect(JSON.stringify(job)).not.toContain('"run":"rubocop"');
    expect(pipeline.covered).toMatchObject([{ subject: 'go', check, isPart: true, commands: [{ run: 'rubocop' }] }]);
  });

  it('is a part in the folder alone where it is run', () => {
    const checks = ['a', 'b'].map((folder) => lint('lint', 'mvn checkstyle:check', folder));
    const profile = profileOf([unit({ commands: { ...COMMANDS, lint: checks } })]);
    const wanted: Intent = { kind: 'check', for: ALL, check: 'lint', ensure: true };
    const run = runOf('mvn checkstyle:check', { directory: 'a' } as Partial<CoveredRun>);
    const { pipeline } = generateOver({ ...profile, ...covering(run) }, requestOf(wanted));
    const steps = pipeline.jobs.find(({ id }) => id === 'go-lint')?.steps ?? [];
    expect(steps.flatMap((step) => ('run' in step && step.name.startsWith('Lint') ? [step.directory] : []))).toEqual([
      'b',
    ]);
  });

  it('is no part of a check where it is not run on every pull request, or where more is asked for', () => {
    const commands = { ...COMMANDS, lint: [lint('lint', 'rubocop'), lint('lint', 'erb_lint --lint-all')] };
    const elsewhere = runOf('rubocop', { branches: { only: ['release'], except: [] } });
    const wanted: Intent = { kind: 'check', for: ALL, check: 'lint', ensure: true };
    const over = (run: CoveredRun, intent: Intent) =>
      generateOver({ ...profileOf([unit({ commands })]), ...covering(run) }, requestOf(intent)).pipeline;
    for (const pipeline of [over(elsewhere, wanted), over(runOf('rubocop'), { ...wanted, threshold: 80 })]) {
      expect(JSON.stringify(pipeline.jobs)).toContain('"run":"rubocop"');
      expect(pipeline.covered).toEqual([]);
    }
  });

  it.each<[string, Intent]>([
    ['versions', { kind: 'matrix', for: ALL, tool: 'go', versions: ['1.25', '1.26'] }],
    ['systems', { kind: 'matrix', for: ALL, systems: ['linux', 'macos'] }],
    ['a threshold', { kind: 'check', for: ALL, check: 'test', ensure: true, threshold: 80 }],
    ['a container of another release', { kind: 'service', for: ALL, service: 'postgres', version: '16' }],
  ])('is generated where more is asked for: %s', (_, intent) => {
    expect(jobsOf(ONE, [intent])).toContain('go-test');
  });

  it('stays with its workflow where no more is asked for than it does', () => {
    const plain: Intent = { kind: 'check', for: ALL, check: 'test', ensure: true };
    expect(jobsOf(ONE, [plain])).not.toContain('go-test');
    expect(jobsOf(ONE, [{ ...plain, command: 'go test ./...' }])).not.toContain('go-test');
  });

  it('is the command itself, where two of somebody’s own are called alike', () => {
    const called = (name: string, command: string): Intent => ({ kind: 'custom', for: ALL, name, command });
    const wishes = [called('Mine', 'go test ./...'), called('mine', 'go build ./...')];
    const { pipeline } = generateOver(ONE, requestOf(...wishes));
    expect(pipeline.covered.map(({ subject }) => subject)).toEqual(['go', 'go: Mine']);
    expect(pipeline.jobs.map(({ name }) => name)).toContain('go: mine');
  });

  it.each<[string, string, Partial<CoveredRun>]>([
    ['a command of a unit', 'go test ./...', { kind: 'command', run: 'go test ./...' }],
    ['a task', 'make smoke', { kind: 'task', runner: 'make', name: 'smoke' }],
    [
      'a task by another spelling',
      'make -C deploy up',
      { kind: 'task', runner: 'make', name: 'up', directory: 'deploy' },
    ],
    ['a script', 'npm run e2e', { kind: 'task', runner: 'script', name: 'e2e' }],
  ])('is a command of somebody’s own that is %s', (_, run, done) => {
    const tasks: Task[] = [
      { runner: 'make', name: 'smoke', directory: '.', because: [] },
      { runner: 'make', name: 'up', directory: 'deploy', because: [] },
      { runner: 'script', name: 'e2e', directory: '.', because: [] },
    ];
    const profile = { ...profileOf([unit({ commands: COMMANDS })]), tasks };
    const own: Intent = { kind: 'custom', for: ALL, name: 'Mine', command: run };
    const { pipeline, findings } = generateOver({ ...profile, ...covering(runOf('', done)) }, requestOf(own));
    expect(pipeline.jobs.filter(({ id }) => id.includes('mine'))).toEqual([]);
    expect(pipeline.covered.find(({ subject }) => subject.endsWith('Mine'))).toMatchObject({
      check: null,
      commands: [{ run }],
      by: [{ line: 31 }],
    });
    expect(findings).toEqual([]);
    const other = { ...profile, ...covering(runOf('', { ...done, directory: 'elsewhere' })) };
    expect(jobsOf(other, [own]).some((id) => id.includes('mine'))).toBe(true);
    const narrow = { ...profile, ...covering(runOf('', { ...done, paths: { only: ['a/**'], except: [] } })) };
    expect(jobsOf(narrow, [own], { paths: ['main.go'] }).some((id) => id.includes('mine'))).toBe(true);
  });

  it('is a check by a task that was asked for', () => {
    const tasks: Task[] = [{ runner: 'make', name: 'test', directory: '.', because: [] }];
    const profile = { ...profileOf([unit({ commands: COMMANDS })]), tasks };
    const done = { kind: 'task', runner: 'make', name: 'test' } as Partial<CoveredRun>;
    const asked: Intent = { kind: 'check', for: ALL, check: 'test', ensure: true, command: 'make test' };
    expect(jobsOf(profile, [asked])).toContain('go-test');
    expect(jobsOf({ ...profile, ...covering(runOf('', done)) }, [asked])).not.toContain('go-test');
  });

  it.each<[string, NameFilter, string | null, boolean]>([
    ['the default branch', { only: ['main'], except: [] }, 'main', true],
    ['a pattern of it', { only: ['*'], except: [] }, 'main', true],
    ['another branch', { only: ['develop'], except: [] }, 'main', false],
    ['all but it', { only: [], except: ['main'] }, 'main', false],
    ['a usual name, where it is not known', { only: ['master'], except: [] }, null, true],
    ['no usual name, where it is not known', { only: ['trunk'], except: [] }, null, false],
  ])('is so for pull requests to %s', (_, branches, defaultBranch, isCovered) => {
    const profile = { ...ONE, ...covering(runOf('go test ./...', { branches })) };
    expect(jobsOf(profile, [], { defaultBranch }).includes('go-test')).toBe(!isCovered);
  });

  it.each<[string, NameFilter, boolean]>([
    ['all of it', { only: ['cart/**'], except: [] }, true],
    ['more than it', { only: ['**'], except: [] }, true],
    ['everything but what is not its own', { only: [], except: ['docs/**'] }, true],
    ['its sources alone', { only: ['cart/**/*.go'], except: [] }, false],
    ['what lies directly in it', { only: ['cart/*'], except: [] }, false],
    ['a part of it', { only: ['cart/src/**'], except: [] }, false],
    ['all but a part of it', { only: [], except: ['**.sql'] }, false],
    ['all but what is written for people', { only: [], except: ['**.md', 'docs/**'] }, true],
  ])('is so where the paths of the trigger are %s', (_, paths, isCovered) => {
    const commands = { ...COMMANDS, test: [command('go test ./...', 'cart')], build: [] };
    const profile = profileOf([unit({ directory: 'cart', commands })]);
    const run = runOf('go test ./...', { directory: 'cart', paths });
    const files = ['cart/main.go', 'cart/schema.sql', 'cart/README.md', 'docs/a.md'];
    const jobs = (options: Partial<GenerateInput>) => jobsOf({ ...profile, ...covering(run) }, [], options);
    expect(jobs({ paths: files }).includes('cart-test')).toBe(!isCovered);
    expect(jobs({})).toContain('cart-test');
  });

  it.each<[string, Partial<CoveredRun>, string, string]>([
    ['a path', { paths: { only: [], except: ['data/**'] } }, 'path', 'data/a.json'],
    [
      'a path that is not there yet',
      { paths: { only: ['main.go', 'data/**'], except: [] } },
      'path',
      'a-new-folder/a-new-file',
    ],
    ['a branch', { branches: { only: ['develop'], except: [] } }, 'branch', 'main'],
  ])('is generated, and said with what its workflow misses: %s', (_, given, kind, name) => {
    const profile = { ...ONE, ...covering(runOf('go test ./...', given)) };
    const { pipeline } = generateOver(profile, requestOf(), {
      defaultBranch: 'main',
      paths: ['main.go', 'data/a.json'],
    });
    expect(pipeline.covered).toEqual([]);
    expect(pipeline.jobs.map(({ id }) => id)).toContain('go-test');
    expect(pipeline.overlaps).toMatchObject([
      { subject: 'go', check: 'test', by: [{ line: 31 }], missed: { kind, name } },
    ]);
  });

  it.each<[string, readonly string[], Condition, Missed]>([
    ['pushes to any branch', [], { kind: 'push' }, { kind: 'fork', name: '' }],
    ['pushes to the default branch', ['main'], { kind: 'push' }, { kind: 'merge', name: 'main' }],
    ['pushes to another branch', ['develop'], { kind: 'push' }, { kind: 'branch', name: 'main' }],
    ['a condition', [], { kind: 'condition', name: 'vars.A' }, { kind: 'condition', name: 'vars.A' }],
  ])(
    'is generated, and said where its workflow waits for more than a pull request: %s',
    (_, only, condition, missed) => {
      const conditional = [{ ...runOf('go test ./...', { branches: { only, except: [] } }), condition }];
      const profile = { ...ONE, coverage: { runs: [], conditional, replaceable: [] } };
      const { pipeline } = generateOver(profile, requestOf(), { defaultBranch: 'main' });
      expect(pipeline.jobs.map(({ id }) => id)).toContain('go-test');
      expect(pipeline).toMatchObject({ covered: [], overlaps: [{ subject: 'go', check: 'test', missed }] });
    },
  );

  it('is said with what a pull request starts, before what runs on pushes alone', () => {
    const only = (names: readonly string[]) => runOf('go test ./...', { branches: { only: names, except: [] } });
    const condition = { kind: 'condition', name: 'vars.A' } as const;
    for (const names of [['main'], []]) {
      const conditional = [
        { ...only(names), condition: { kind: 'push' } as const },
        { ...only([]), condition },
      ];
      const profile = { ...ONE, coverage: { runs: [], conditional, replaceable: [] } };
      const { pipeline } = generateOver(profile, requestOf(), { defaultBranch: 'main' });
      expect(pipeline.overlaps).toMatchObject([{ subject: 'go', check: 'test', missed: condition }]);
    }
  });

  it('leaves the gate one of the checks that a branch protection must name', () => {
    const gate = (profile: ProjectProfile) => generateOver(profile).pipeline.jobs.at(-1)?.comments.join() ?? '';
    expect(gate(profileOf([unit({ commands: COMMANDS })]))).toMatch(/^The one check that branch protection must name:/);
    expect(jobsOf(ONE)).toContain('go-build');
    expect(gate(ONE)).toMatch(/must name, beside those of the other workflows:/);
  });

  it('is no overlap where another step misses nothing', () => {
    const narrow = runOf('go test ./...', { paths: { only: [], except: ['data/**'] } });
    const { pipeline } = generateOver({ ...ONE, ...covering(narrow, runOf('go test ./...')) }, requestOf(), {
      paths: ['data/a.json'],
    });
    expect(pipeline).toMatchObject({ covered: [{ check: 'test' }], overlaps: [] });
  });

  it.each<[string, Partial<Unit>, Check, string, boolean]>([
    ['tests of any', { ecosystem: 'node' }, 'test', 'README.md', true],
    ['what lints pages', { ecosystem: 'node' }, 'lint', 'README.md', false],
    ['what builds pages', { ecosystem: 'node' }, 'build', 'guide/a.md', false],
    ['what lints code', { ecosystem: 'go' }, 'lint', '.github/ISSUE_TEMPLATE/bug.yml', true],
    ['what formats code, of what Docker is told', { ecosystem: 'php' }, 'lint', 'api/.dockerignore', true],
    ['the program of a folder of documents', { ecosystem: 'go', directory: 'docs' }, 'test', 'docs/main.go', false],
    ['tests, of what a linter is told', { ecosystem: 'elixir' }, 'test', '.credo.exs', true],
    ['a linter, of what it is told', { ecosystem: 'elixir' }, 'lint', '.credo.exs', false],
    ['the compiler of .NET', { ecosystem: 'dotnet' }, 'test', '.editorconfig', false],
    ['any, of data', { ecosystem: 'go' }, 'test', 'docs.json', false],
  ])('misses nothing by passing over documents, but for what reads them: %s', (_, given, check, path, isCovered) => {
    const { directory = '.' } = given;
    const run = { ...command('verify', directory), check };
    const commands = { install: [], lint: [], test: [], build: [], [check]: [run] };
    const narrow = runOf('verify', { directory, paths: { only: [], except: [path] } });
    const profile = { ...profileOf([unit({ ...given, commands })]), ...covering(narrow) };
    const { pipeline } = generateOver(profile, requestOf(), { paths: ['main.go', path] });
    expect(pipeline.covered.length).toBe(isCovered ? 1 : 0);
  });

  it.each<[string, readonly string[], Check, boolean]>([
    ['the sources of what formats them', ['**.php'], 'format', true],
    ['those of the folder alone', ['app/**.php'], 'format', false],
    ['other sources', ['**.js'], 'format', false],
    ['the sources of linters, which read settings and what is installed', ['**.php'], 'lint', false],
    ['the sources of tests, which read more', ['**.php'], 'test', false],
    ['the sources of an image, or whatever is built', ['**.php'], 'build', false],
  ])('misses nothing where somebody chose %s', (_, only, check, isCovered) => {
    const group = check === 'format' ? 'lint' : check;
    const commands = { install: [], lint: [], test: [], build: [], [group]: [{ ...command('verify', '.'), check }] };
    const profile = {
      ...profileOf([unit({ ecosystem: 'php', commands })]),
      ...covering(runOf('verify', { paths: { only, except: [] } })),
    };
    const { pipeline } = generateOver(profile, requestOf(), { paths: ['app/a.php', '.env.example'] });
    expect(pipeline.covered.length).toBe(isCovered ? 1 : 0);
    const empty = generateOver(profile, requestOf(), { paths: ['.env.example'] });
    expect(empty.pipeline.covered).toEqual([]);
  });

  it('misses what somebody left out, whatever a formatter reads, and first a file by which it was found', () => {
    const missedBy = (check: Check, paths: NameFilter) => {
      const because = [{ file: 'tool.neon', line: 1, excerpt: '' }];
      const commands = { install: [], lint: [{ ...command('verify', '.'), check, because }], test: [], build: [] };
      const profile = { ...profileOf([unit({ ecosystem: 'php', commands })]), ...covering(runOf('verify', { paths })) };
      const { pipeline } = generateOver(profile, requestOf(), { paths: ['.env.example', 'a.php', 'tool.neon'] });
      return pipeline.overlaps.map(({ missed }) => missed.name);
    };
    expect(missedBy('format', { only: [], except: ['.env.example'] })).toEqual(['.env.example']);
    expect(missedBy('lint', { only: ['**.php'], except: [] })).toEqual(['tool.neon']);
  });

  it.each<[Unit['ecosystem'], number]>([
    ['go', 1],
    ['node', 0],
  ])('is an image although documents do not start it, unless it may be made of pages: %s', (ecosystem, count) => {
    const paths = { only: [], except: ['**.md'] };
    const image = runOf('', { kind: 'image', service: 'api', directory: 'api', paths } as Partial<CoveredRun>);
    const units = [unit({ ecosystem, directory: 'api', commands: { ...COMMANDS, test: [], build: [] } })];
    const profile = { ...profileOf(units, [service('api')]), ...covering(image) };
    const { pipeline } = generateOver(profile, requestOf(), { paths: ['api/README.md', 'api/main.go'] });
    expect(pipeline.covered.length).toBe(count);
    const ignoring = { ...profile, ...covering({ ...image, paths: { only: [], except: ['**/.dockerignore'] } }) };
    expect(generateOver(ignoring, requestOf(), { paths: ['api/.dockerignore'] }).pipeline.covered).toEqual([]);
  });

  it('is an image, unless more than its build is asked for', () => {
    const image = runOf('', { kind: 'image', service: 'api', directory: 'api' } as Partial<CoveredRun>);
    const profile = { ...profileOf([], [service('api')]), ...covering(image) };
    expect(generateOver(profile).pipeline.covered).toMatchObject([{ subject: 'api', check: 'image' }]);
    expect(jobsOf(profile, [{ kind: 'image', for: ALL, push: 'never', scan: false }])).not.toContain('api-image');
    for (const more of [{ scan: true }, { push: 'default-branch' }, { platforms: ['linux/arm64'] }] as const)
      expect(jobsOf(profile, [{ kind: 'image', for: ALL, ...more } as Intent])).toContain('api-image');
  });

  it('is nothing to propose where it is all that there is', () => {
    const { changeSet, findings, pipeline } = generateOver(BOTH);
    expect(changeSet.files).toEqual([]);
    expect(findings).toEqual([]);
    expect(pipeline.jobs.map(({ id }) => id)).toEqual(['ci-gate']);
  });

  it('leaves the gate in a file that is there, for the branch protection that names it', () => {
    const path = '.github/workflows/generated.yml';
    const earlier = generateOver(ONE).text;
    const { changeSet } = generateOver(BOTH, requestOf(), { existing: new Map([[path, earlier]]) });
    expect(changeSet.files).toMatchObject([{ path, status: 'changed' }]);
    const [file] = changeSet.files;
    expect(file?.content).toMatch(/^ {2}ci-gate:$/m);
    expect(file?.content).not.toContain('checkout');
    const again = generateOver(BOTH, requestOf(), { existing: new Map([[path, file?.content ?? '']]) });
    expect(again.changeSet.files).toMatchObject([{ status: 'unchanged' }]);
  });

  it('is no loss, and leaves something where a request takes the rest', () => {
    const lint = [{ ...command('go vet ./...'), check: 'lint' }];
    const profile = {
      ...profileOf([unit({ commands: { ...COMMANDS, build: [], lint } })]),
      ...covering(runOf('go test ./...')),
    };
    const without: Intent = { kind: 'check', for: ALL, check: 'lint', ensure: false };
    const { findings } = generateOver(profile, requestOf(without));
    expect(findings.map(({ rule }) => rule)).toEqual(['CHECKS_LOST']);
  });
});
