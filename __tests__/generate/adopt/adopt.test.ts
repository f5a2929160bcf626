import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ExistingJob, ExistingPipeline } from '../../../src/domain/existing.ts';
import type { Intent } from '../../../src/domain/request.ts';
import { adopt } from '../../../src/generate/adopt/adopt.ts';
import { profileOf, unit } from '../profiles.ts';

const FILE = '.github/workflows/ci.yml';
const at = (line: number) => ({ file: FILE, line });
const GO = { directory: '.', ecosystem: 'go' } as const;

/** A job that runs the linter alone. */
const JOB: ExistingJob = {
  checks: [{ unit: GO, check: 'lint', isSame: true, at: at(7) }],
  elsewhere: [],
  unknown: [],
  images: [],
  publishes: [],
  tasks: [],
  versions: [],
  systems: null,
  containers: [],
  runner: null,
  timeout: null,
};

function adopted(job: Partial<ExistingJob> = {}, pipeline: Partial<ExistingPipeline> = {}) {
  const existing = { files: [FILE], unreadable: [], triggers: [], jobs: [{ ...JOB, ...job }], unsaid: [], ...pipeline };
  const { text, unsaid } = adopt({ profile: profileOf([unit()]), existing, defaultBranch: 'main', schema: null });
  const { request } = parse(text) as { request: { intents: Intent[] } };
  return { intents: request.intents, unsaid: unsaid.map(({ what }) => what) };
}

describe('What is adopted', () => {
  it('takes a check away that no workflow runs, and never tests or a build, which come in addition', () => {
    const { intents, unsaid } = adopted();
    expect(intents).toEqual([
      { kind: 'check', for: { all: true }, check: 'lint', ensure: true },
      { kind: 'check', for: { all: true }, check: 'format', ensure: false },
    ]);
    expect(unsaid).toEqual([
      'no workflow runs the test of the root; it comes in addition, since no request may take a test away',
      'no workflow runs the build of the root; it comes in addition, since no request may take a build away',
    ]);
  });

  it('takes nothing away where a step may run anything', () => {
    const { intents, unsaid } = adopted({ unknown: [at(9)] });
    expect(intents).toEqual([{ kind: 'check', for: { all: true }, check: 'lint', ensure: true }]);
    expect(unsaid).toContain(
      'whether this or another step runs the format, test, build of the root could not be told; they come in addition',
    );
  });

  it('says of one check that it comes', () => {
    const others = ['format', 'test'] as const;
    const checks = [...JOB.checks, ...others.map((check) => ({ unit: GO, check, isSame: true, at: at(8) }))];
    expect(adopted({ checks, unknown: [at(9)] }).unsaid).toEqual([
      'whether this or another step runs the build of the root could not be told; it comes in addition',
    ]);
  });

  it('names no branches where they are more than an intent takes, and says so', () => {
    const branches = (count: number) => ['main', ...Array.from({ length: count - 1 }, (_, index) => `b${index}`)];
    const started = (count: number) =>
      adopted({}, { triggers: [{ value: { on: 'push', branches: branches(count) }, at: at(2) }] });
    expect(started(64).intents[0]).toMatchObject({ on: 'push', branches: branches(64) });
    const { intents, unsaid } = started(65);
    expect(intents[0]).toEqual({ kind: 'trigger', on: 'push', ensure: true });
    expect(unsaid).toContainEqual(expect.stringContaining('or which no intent takes: main, b0, b1'));
  });

  it('has no name in it that nobody sees', () => {
    const runner = (label: string) => ({ runner: { value: [label], at: at(5) } });
    expect(adopted(runner('our-machine')).intents).toContainEqual({
      kind: 'runner',
      for: { all: true },
      labels: ['our-machine'],
    });
    const { intents, unsaid } = adopted(runner('our-machine\u200b'));
    expect(intents.map(({ kind }) => kind)).not.toContain('runner');
    expect(unsaid).toContain('what the intent runner does not take');
  });
});
