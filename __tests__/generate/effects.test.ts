import { expect, it } from 'vitest';
import type { ProjectProfile } from '../../src/domain/profile.ts';
import type { GenerationRequest, Intent } from '../../src/domain/request.ts';
import { detectedRequest, minimalRequest } from '../../src/generate/detected.ts';
import { effectsOf } from '../../src/generate/effects.ts';
import { mergeRequests } from '../../src/generate/merge-requests.ts';
import { catalogues } from './generating.ts';
import { need, profileOf, service, unit } from './profiles.ts';

const profile = profileOf([unit({ needs: [need('postgres', { version: '17' })] })]);
const GO = { ecosystem: 'go' } as const;
const LINT: Intent = { kind: 'check', for: GO, check: 'lint', ensure: true };
const NO_LINT: Intent = { ...LINT, ensure: false };
const LIMIT: Intent = { kind: 'timeout', for: { all: true }, minutes: 5 };
const CHART: Intent = { kind: 'chart', for: { all: true } };

it('tells what changes the plan, what is so already, and what is left out', () => {
  expect(doneBy([LINT, LIMIT, CHART])).toEqual(['nothing', 'changes', 'left-out']);
  expect(doneBy([CHART, LINT])).toEqual(['left-out', 'nothing']);
});

it('counts what is said over what was said before it', () => {
  expect(doneBy([LIMIT, LIMIT])).toEqual(['changes', 'nothing']);
  expect(doneBy([NO_LINT, LINT])).toEqual(['changes', 'changes']);
  expect(doneBy([NO_LINT], [LINT, NO_LINT])).toEqual(['changes', 'changes', 'changes']);
});

it('counts no reason for a change: the same command or container is the same, wherever it comes from', () => {
  const container: Intent = { kind: 'service', for: { all: true }, service: 'postgres', version: '17' };
  expect(doneBy([{ ...LINT, command: 'go vet ./...' }, container])).toEqual(['nothing', 'nothing']);
  expect(doneBy([{ ...container, version: '16' }])).toEqual(['changes']);
});

it('leaves out what is asked for where the repository shows it, too, and it cannot be', () => {
  const unbuilt = profileOf([unit({ directory: 'cart' })], [service('web', { image: { prebuilt: ['out/app'] } })]);
  const push: Intent = { kind: 'image', for: { all: true }, push: 'tag', registry: 'docker.io' };
  expect(doneIn(unbuilt, [[push]])).toEqual(['left-out']);
});

it('has no more of them than a person reads', () => {
  const limits = Array.from({ length: 30 }, (_, index): Intent => ({ ...LIMIT, minutes: index + 1 }));
  expect(doneBy(limits)).toHaveLength(20);
  expect(doneBy([LINT], limits)).toHaveLength(20);
});

/** Of all that was said, each over those before it. */
function doneBy(...requests: readonly (readonly Intent[])[]): string[] {
  return doneIn(profile, requests);
}

function doneIn(profile: ProjectProfile, requests: readonly (readonly Intent[])[]): string[] {
  const known = [minimalRequest(), detectedRequest(profile)];
  const asked = requests.map((intents): GenerationRequest => ({ version: 1, intents: [...intents] }));
  const understood = asked.map((request, index) => ({
    request,
    over: [...known, ...asked.slice(0, index)],
    words: [],
  }));
  const inputOf = (stack: readonly GenerationRequest[]) => ({
    request: mergeRequests(stack),
    profile,
    existing: new Map(),
    catalogues,
    defaultBranch: 'main',
    detection: { request: mergeRequests(known), paths: [] },
  });
  return effectsOf(inputOf, understood).map(({ does }) => does);
}
