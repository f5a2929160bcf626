import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../../src/domain/request.ts';
import type { PlanInput } from '../../../../src/generate/print/plan/plan.ts';
import { planned } from '../../../../src/generate/print/plan/planned.ts';
import { generateOver } from '../../generating.ts';
import { need, profileOf, requestOf, service, unit } from '../../profiles.ts';

const ALL = { all: true } as const;
const CART = unit({ directory: 'cart' });
const MACHINES: Intent = { kind: 'runner', for: ALL, labels: ['self-hosted', 'linux', 'x64'] };

function plannedOf(
  profile: Parameters<typeof generateOver>[0],
  change: Partial<PlanInput> = {},
  intents: readonly Intent[] = [],
) {
  const { pipeline } = generateOver(profile, requestOf(...intents));
  return planned({ pipeline, changedPaths: null, isFork: false, ...change });
}

describe('What a plan is told to be', () => {
  it('is complete where it has every check', () => {
    expect(plannedOf(profileOf([CART]))).toMatchObject({ state: 'complete', notes: [], plan: expect.anything() });
  });

  it('is none needed where the change concerns no check, and nothing else', () => {
    expect(plannedOf(profileOf([CART, unit({ directory: 'mill' })]), { changedPaths: ['README.md'] })).toEqual({
      plan: null,
      state: 'none-needed',
      notes: [],
    });
  });

  it('is too large where one matrix does not take it, which is said', () => {
    const units = Array.from({ length: 90 }, (_, index) => unit({ directory: `src/unit-${index}` }));
    const { plan, state, notes } = plannedOf(profileOf(units));
    expect(plan).toBeNull();
    expect(state).toBe('too-large');
    expect(notes).toEqual([expect.stringMatching(/concerns 360 checks, .* so the output plan is empty/)]);
  });

  it('is partial where a database is beside a check, which is named', () => {
    const cart = unit({ directory: 'cart', needs: [need('postgres')] });
    const { state, notes } = plannedOf(profileOf([cart]));
    expect(state).toBe('partial');
    expect(notes).toEqual(['The output plan leaves out what only generated.yml runs: cart: test.']);
  });

  it('is partial where an image is concerned, also where nothing else is', () => {
    const profile = profileOf([CART], [service('shop')]);
    expect(plannedOf(profile)).toMatchObject({ state: 'partial' });
    const { plan, state, notes } = plannedOf(profile, { changedPaths: ['shop/Dockerfile'] });
    expect(plan).toBeNull();
    expect(state).toBe('partial');
    expect(notes).toEqual([expect.stringContaining('leaves out what only generated.yml runs: ')]);
    expect(plannedOf(profile, { changedPaths: ['cart/a.go'] })).toMatchObject({ state: 'complete' });
    const several = profileOf([CART], [service('shop'), service('till')]);
    expect(plannedOf(several, { changedPaths: ['till/Dockerfile'] })).toMatchObject({ state: 'partial' });
    expect(plannedOf(several, { changedPaths: ['cart/a.go'] })).toMatchObject({ state: 'complete' });
    const build = [{ run: 'ko build --local .', directory: 'cart', because: [] }];
    const made = service('cart', { image: { kind: 'ko', dockerfile: null, build } });
    expect(plannedOf(profileOf([CART], [made]))).toMatchObject({ state: 'partial' });
  });

  it('is partial where machines of one’s own are withheld from a fork, all of them too', () => {
    const { plan, state, notes } = plannedOf(profileOf([CART]), { isFork: true }, [MACHINES]);
    expect(plan).toBeNull();
    expect(state).toBe('partial');
    expect(notes).toEqual(['4 checks are left out of the output plan: a fork has no part in machines of your own.']);
  });
});
