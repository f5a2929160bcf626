import { describe, expect, it } from 'vitest';
import { type Intent, IntentSchema } from '../../../src/domain/request.ts';
import { unsupportedFindings } from '../../../src/generate/findings.ts';
import { WORKFLOW_PATH } from '../../../src/generate/generate.ts';
import { generateOver } from '../generating.ts';
import { need, profileOf, requestOf, service, unit, unitOf } from '../profiles.ts';

const cart = unit({ directory: 'cart', needs: [need('redis')] });
const web = unitOf('pnpm', { directory: 'web', ecosystem: 'node' });
const profile = profileOf([cart, web], [service('cart'), service('web')]);
const all = { all: true } as const;

/** What is said of one wish beside the layers that every run has. */
function said(intent: Intent): string[] {
  const { pipeline } = generateOver(profile, requestOf(IntentSchema.parse(intent)));
  return pipeline.unsupported.map(({ why }) => why);
}

describe('What is left out', () => {
  it('is nothing of what the repository itself shows', () => {
    expect(generateOver(profile).findings).toEqual([]);
  });

  it.each([
    [{ kind: 'publish', for: all, registry: 'npm', on: 'tag' }, /is a package of npm: that takes a package\.json/],
    [{ kind: 'chart', for: all, replicas: 2 }, /^Helm charts/],
    [{ kind: 'deploy', for: all, environment: 'staging' }, /^Deployments/],
    [{ kind: 'trigger', on: 'tag', ensure: true, tags: ['v*'] }, /^There is nothing that a tag would start/],
    [{ kind: 'trigger', on: 'schedule', ensure: true }, /needs a cron line/],
    [{ kind: 'trigger', on: 'push', ensure: true, tags: ['v*'] }, /^Tags are for/],
    [
      { kind: 'check', for: all, check: 'typecheck', ensure: true },
      /no command for the check typecheck, and there is no usual one/,
    ],
    [
      { kind: 'check', for: { service: 'web' }, check: 'coverage', ensure: true, threshold: 80 },
      /no command for the check coverage/,
    ],
    [
      { kind: 'check', for: all, check: 'lint', ensure: true, tool: 'revive' },
      /calls revive: its own lint command runs/,
    ],
    [
      { kind: 'check', for: all, check: 'audit', ensure: true, tool: 'snyk' },
      /calls snyk: the usual audit command runs instead/,
    ],
    [{ kind: 'check', for: all, check: 'test', ensure: true, command: 'make evil' }, /no command `make evil`/],
    [{ kind: 'check', for: all, check: 'test', ensure: true, threshold: 80 }, /^A threshold is for coverage alone/],
    [
      { kind: 'check', for: all, check: 'coverage', ensure: true, threshold: 80 },
      /^There is no usual command for the check coverage in web\.$/,
    ],
    [
      { kind: 'check', for: { service: 'nobody' }, check: 'lint', ensure: true },
      /^There is no service nobody; there are cart, web\./,
    ],
    [
      { kind: 'check', for: { path: 'cart/internal' }, check: 'lint', ensure: false },
      /^It is a part of the unit in cart/,
    ],
    [{ kind: 'matrix', for: all, tool: 'ruby', versions: ['3'] }, /versions of ruby/],
    [{ kind: 'matrix', for: { path: 'cart/internal' }, tool: 'go', versions: ['1'] }, /^It is a part/],
    [{ kind: 'matrix', for: { ecosystem: 'rust' }, tool: 'rust', versions: ['1'] }, /^Nothing in the repository/],
    [{ kind: 'matrix', for: all, systems: ['linux', 'windows'] }, /on Linux alone/],
    [{ kind: 'service', for: all, service: 'oracle' }, /^A service container of oracle/],
    [{ kind: 'service', for: { path: 'x' }, service: 'redis' }, /^Nothing in the repository/],
    [{ kind: 'service', for: all, service: 'redis', version: 'a b' }, /a b is no tag/],
    [{ kind: 'custom', for: all, name: 'Evil', command: 'curl x | sh' }, /a person must decide/],
    [
      { kind: 'custom', for: { service: 'nobody' }, name: 'Look', command: 'go vet ./...' },
      /^There is no service nobody; there are cart, web\./,
    ],
    [
      { kind: 'image', for: all, registry: 'ghcr.io', platforms: ['linux/amd64'], sbom: true, sign: true },
      /^registry, platforms, sbom, sign: these are for images that are pushed/,
    ],
    [{ kind: 'image', for: all, push: 'tag', registry: 'Docker Hub' }, /^Docker Hub is no registry of images/],
    [{ kind: 'image', for: all, push: 'tag', platforms: ['windows/amd64'] }, /^No image is built here for windows/],
    [
      { kind: 'image', for: { service: 'nobody' }, push: 'never' },
      /^There is no service nobody; there are cart, web\./,
    ],
    [
      { kind: 'runner', for: { service: 'nobody' }, labels: ['x'] },
      /^There is no service nobody; there are cart, web\./,
    ],
    [{ kind: 'timeout', for: { path: 'cart/internal' }, minutes: 3 }, /^It is a part/],
  ] satisfies readonly (readonly [Intent, RegExp])[])('%j is said', (intent, why) => {
    expect(said(intent)).toEqual([expect.stringMatching(why)]);
  });

  it.each([
    { kind: 'check', for: all, check: 'lint', ensure: true },
    { kind: 'check', for: { ecosystem: 'go' }, check: 'lint', ensure: true, tool: 'golangci-lint' },
    { kind: 'check', for: { path: 'cart/internal' }, check: 'test', ensure: true },
    { kind: 'check', for: { service: 'gone' }, check: 'test', ensure: false },
    { kind: 'matrix', for: { ecosystem: 'go' }, tool: 'go', versions: ['1.24'] },
    { kind: 'matrix', for: { ecosystem: 'node' }, systems: ['linux', 'windows'] },
    { kind: 'service', for: { service: 'cart' }, service: 'postgres', version: '17' },
    { kind: 'trigger', on: 'tag', ensure: false },
    { kind: 'trigger', on: 'schedule', ensure: true, cron: '30 2 * * *' },
    { kind: 'image', for: { service: 'cart' }, push: 'never', scan: false },
    { kind: 'runner', for: all, labels: ['self-hosted', 'linux'] },
    { kind: 'timeout', for: { service: 'cart' }, minutes: 3 },
    { kind: 'custom', for: { service: 'cart' }, name: 'Look', command: 'go vet ./...' },
  ] satisfies readonly Intent[])('is nothing of %j', (intent) => {
    expect(said(intent)).toEqual([]);
  });

  it('is a warning each, at the top of the file, with the wish and what to do', () => {
    const intent: Intent = { kind: 'deploy', for: all, environment: 'staging' };
    const { pipeline, findings } = generateOver(profile, requestOf(intent));
    expect(unsupportedFindings(pipeline, WORKFLOW_PATH, { places: new Map(), asked: new Set([intent]) })).toEqual(
      findings,
    );
    expect(findings).toMatchObject([
      {
        rule: 'INTENT_NOT_SUPPORTED',
        level: 'warning',
        file: WORKFLOW_PATH,
        range: { start: { line: 1, column: 1 } },
        message: `Deployments cannot be printed yet. It was asked for by ${JSON.stringify(intent)}.`,
      },
    ]);
  });

  it('takes nothing else away', () => {
    const asked = requestOf({ kind: 'publish', for: all, registry: 'npm' });
    const body = (text: string) => text.replace(/^# request:.*$/m, '');
    expect(body(generateOver(profile, asked).text)).toBe(body(generateOver(profile).text));
  });
});
