import { describe, expect, it } from 'vitest';
import { intentWords } from '../../src/deliver/intent-words.ts';
import type { Intent } from '../../src/domain/request.ts';

const WEB = { service: 'web' };
const ALL = { all: true } as const;

/** Each kind with nothing but what it needs, and with all that it can have. */
const WORDS: readonly (readonly [Intent, string])[] = [
  [{ kind: 'check', for: ALL, check: 'lint', ensure: true }, 'lint everything'],
  [{ kind: 'check', for: WEB, check: 'format', ensure: false }, 'do not check the format of web'],
  [{ kind: 'check', for: { path: 'a/**' }, check: 'typecheck', ensure: true }, 'check the types of a/**'],
  [{ kind: 'check', for: { ecosystem: 'go' }, check: 'audit', ensure: true }, 'audit the dependencies of all go code'],
  [{ kind: 'check', for: ALL, check: 'secret-scan', ensure: true }, 'scan everything for secrets'],
  [
    { kind: 'check', for: WEB, check: 'coverage', ensure: true, threshold: 85, tool: 'vitest', command: 'make cover' },
    'measure the coverage of web with vitest by `make cover`, at least 85 %',
  ],
  [
    { kind: 'matrix', for: WEB, tool: 'node', versions: ['20', '22', '24'], systems: ['linux', 'windows'] },
    'test and build web on node 20, 22 and 24, on linux and windows',
  ],
  [{ kind: 'matrix', for: ALL, systems: ['macos'] }, 'test and build everything on macos alone'],
  [{ kind: 'service', for: WEB, service: 'redis' }, 'test web beside redis'],
  [{ kind: 'service', for: WEB, service: 'redis', version: '7' }, 'test web beside redis 7'],
  [{ kind: 'trigger', on: 'pull_request', ensure: false }, 'do not run on pull requests'],
  [{ kind: 'trigger', on: 'push', ensure: false, branches: ['main'] }, 'do not run on pushes'],
  [
    { kind: 'trigger', on: 'push', ensure: true, branches: ['main'], paths: ['web/**', 'cart/**'] },
    'run on pushes to main alone that touch web/** and cart/**',
  ],
  [{ kind: 'trigger', on: 'tag', ensure: true, tags: ['v*'] }, 'run on tags v*'],
  [{ kind: 'trigger', on: 'manual', ensure: true }, 'run when a person starts it'],
  [{ kind: 'trigger', on: 'merge_group', ensure: true }, 'run in the merge queue'],
  [{ kind: 'image', for: WEB }, 'build the image of web'],
  [
    {
      kind: 'image',
      for: WEB,
      push: 'default-branch',
      registry: 'ghcr.io/octo',
      platforms: ['linux/amd64', 'linux/arm64'],
      scan: true,
      sbom: true,
      sign: false,
      provenance: false,
    },
    'build the image of web, pushed from the default branch, to ghcr.io/octo, for linux/amd64 and linux/arm64, with a scan for vulnerabilities, with an SBOM, without a signature, without provenance',
  ],
  [{ kind: 'publish', for: WEB, registry: 'npm' }, 'publish web to npm, started by a tag'],
  [{ kind: 'publish', for: WEB, registry: 'npm', on: 'manual' }, 'publish web to npm, started by hand'],
  [{ kind: 'chart', for: WEB }, 'make a Helm chart for web'],
  [{ kind: 'deploy', for: WEB, environment: 'staging' }, 'deploy web to staging'],
  [
    { kind: 'deploy', for: WEB, environment: 'prod', through: 'argo-cd', on: 'tag', approval: true },
    'deploy web to prod through argo-cd when a tag is pushed, after an approval',
  ],
  [{ kind: 'runner', for: WEB, labels: ['self-hosted', 'gpu'] }, 'run the jobs of web on self-hosted, gpu'],
  [{ kind: 'timeout', for: WEB, minutes: 1 }, 'stop the jobs of web after 1 minute'],
  [{ kind: 'custom', for: ALL, name: 'licences', command: 'make licences' }, 'run `make licences` for everything'],
];

/** Five fields, and what a person reads. */
const SCHEDULES: readonly (readonly [string, string])[] = [
  ['0 6 * * 1', 'every Monday at 06:00 UTC'],
  ['30 6 * * 1-5', 'on weekdays at 06:30 UTC'],
  ['5 0 * * *', 'every day at 00:05 UTC'],
  ['0 3 * * 0,7', 'every Sunday at 03:00 UTC'],
  ['0 3 * * 2,4', 'every Tuesday, Thursday at 03:00 UTC'],
  ['*/15 * * * *', 'on the schedule `*/15 * * * *` (UTC)'],
  ['0 3 1 * *', 'on the schedule `0 3 1 * *` (UTC)'],
  ['0 3 * 2 *', 'on the schedule `0 3 * 2 *` (UTC)'],
  ['0 3 * * MON', 'on the schedule `0 3 * * MON` (UTC)'],
];

describe('An intent in words', () => {
  it.each(WORDS)('%j', (intent, words) => {
    expect(intentWords(intent)).toBe(words);
  });

  it.each(SCHEDULES)('reads %s as a person does', (cron, words) => {
    expect(intentWords({ kind: 'trigger', on: 'schedule', ensure: true, cron })).toBe(`run ${words}`);
  });
});
