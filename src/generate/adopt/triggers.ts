import type { ExistingPipeline } from '../../domain/existing.ts';
import type { IntentOf } from '../../domain/request.ts';
import { passesFilter } from '../filter.ts';
import { USUAL_BRANCHES } from '../plan/triggers.ts';
import type { AdoptedIntent } from './intent.ts';

type On = IntentOf<'trigger'>['on'];
type Trigger = ExistingPipeline['triggers'][number];

/** In the order in which they are printed. */
const ORDER: readonly On[] = ['pull_request', 'push', 'tag', 'merge_group', 'schedule', 'manual'];

/** One intent for each event that starts some workflow. Filters of paths are not taken over: jobs that a change does not concern are skipped anyway. */
export function triggerIntents({ triggers }: ExistingPipeline, defaultBranch: string | null): AdoptedIntent[] {
  return ORDER.flatMap((on) => {
    const own = triggers.filter(({ value }) => value.on === on);
    return own.length === 0 ? [] : triggerOf(on, own, defaultBranch);
  });
}

function triggerOf(on: On, own: readonly Trigger[], defaultBranch: string | null): AdoptedIntent[] {
  const [first] = own;
  if (!first) return [];
  const branches = branchesOf(own);
  const tags = [...new Set(own.flatMap(({ value }) => value.tags ?? []))].filter(isName).slice(0, MOST);
  const names = defaultBranch === null ? USUAL_BRANCHES : [defaultBranch];
  const isReached = branches.length === 0 || names.some((name) => passesFilter(branches, name));
  const cron = own.find(({ value }) => value.cron !== undefined)?.value.cron;
  const narrow = own.find(({ value }) => value.branches !== undefined);
  const isMixed = narrow !== undefined && branches.length === 0;
  const filtered = own.find(({ value }) => value.paths !== undefined);
  return [
    {
      intent: {
        kind: 'trigger',
        on,
        ensure: true,
        ...(branches.length > 0 && isReached ? { branches } : {}),
        ...(tags.length > 0 ? { tags } : {}),
        ...(cron === undefined ? {} : { cron }),
      },
      at: first.at,
    },
    ...(filtered
      ? [{ intent: null, at: filtered.at, note: 'its filter of paths: the job changes takes its place' }]
      : []),
    ...(isMixed
      ? [
          {
            intent: null,
            at: narrow.at,
            note: `its branches, which not every workflow has, or which no intent takes: ${narrow.value.branches?.slice(0, MOST).join(', ')}`,
          },
        ]
      : []),
    ...(isReached
      ? []
      : [{ intent: null, at: first.at, note: `its branches: ${names.join(' or ')} is not among them` }]),
  ];
}

const MOST = 64;

/** All of them, where every workflow names some and an intent takes them; else none. */
function branchesOf(own: readonly Trigger[]): string[] {
  if (own.some(({ value }) => value.branches === undefined)) return [];
  const names = [...new Set(own.flatMap(({ value }) => value.branches ?? []))];
  return names.length <= MOST && names.every(isName) ? names : [];
}

function isName(name: string): boolean {
  return name.length > 0 && name.length <= 100 && !/[\u0000-\u001f\u007f]|\$\{\{/.test(name);
}
