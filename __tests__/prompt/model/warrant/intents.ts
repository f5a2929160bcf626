import type { Check } from '../../../../src/domain/check.ts';
import type { Intent, IntentOf, Selector } from '../../../../src/domain/request.ts';

type More<K extends Intent['kind']> = Partial<Omit<IntentOf<K>, 'kind'>>;

/** Whom intents are for, in a shop of four services. */
export const ALL: Selector = { all: true };
export const C: Selector = { service: 'cart' };
export const W: Selector = { service: 'web' };
export const L: Selector = { service: 'ledger' };
export const R: Selector = { service: 'recommender' };

/** Intents in few letters, for tables of many. */
export const img = (target: Selector, more: More<'image'>): Intent => ({ kind: 'image', for: target, ...more });

export const push = (target: Selector, on: 'tag' | 'default-branch' = 'tag', more: More<'image'> = {}): Intent =>
  img(target, { push: on, ...more });

export const pub = (
  target: Selector,
  registry: IntentOf<'publish'>['registry'] = 'npm',
  more: More<'publish'> = {},
): Intent => ({ kind: 'publish', for: target, registry, ...more });

export const dep = (target: Selector, environment: string, more: More<'deploy'> = {}): Intent => ({
  kind: 'deploy',
  for: target,
  environment,
  ...more,
});

export const run = (target: Selector, ...labels: string[]): Intent => ({ kind: 'runner', for: target, labels });

export const yes = (target: Selector, check: Check, more: More<'check'> = {}): Intent => ({
  kind: 'check',
  for: target,
  check,
  ensure: true,
  ...more,
});

export const no = (target: Selector, check: Check): Intent => yes(target, check, { ensure: false });

export const to = (target: Selector, minutes: number): Intent => ({ kind: 'timeout', for: target, minutes });

export const tr = (on: IntentOf<'trigger'>['on'], ensure = true, more: More<'trigger'> = {}): Intent => ({
  kind: 'trigger',
  on,
  ensure,
  ...more,
});

export const cr = (cron: string): Intent => tr('schedule', true, { cron });

export const mx = (target: Selector, more: More<'matrix'>): Intent => ({ kind: 'matrix', for: target, ...more });

export const ch = (target: Selector, more: More<'chart'>): Intent => ({ kind: 'chart', for: target, ...more });

export const sv = (target: Selector, service: string, version?: string): Intent => ({
  kind: 'service',
  for: target,
  service,
  ...(version ? { version } : {}),
});
