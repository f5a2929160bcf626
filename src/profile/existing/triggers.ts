import type { ExistingPipeline, Unsaid } from '../../domain/existing.ts';
import type { DocumentPath } from '../../domain/finding.ts';
import { eventsOf } from '../ci/events.ts';
import type { Manifest } from '../formats/manifest.ts';

export interface ReadTriggers extends Pick<ExistingPipeline, 'triggers'> {
  readonly unsaid: readonly Unsaid[];
}

/** Events of GitHub that an intent names, by its name. */
const NAMES: ReadonlyMap<string, 'pull_request' | 'push' | 'manual' | 'merge_group'> = new Map([
  ['pull_request', 'pull_request'],
  ['push', 'push'],
  ['workflow_dispatch', 'manual'],
  ['merge_group', 'merge_group'],
]);

/** What starts a workflow, and what of it no intent says. */
export function readTriggers(workflow: Manifest): ReadTriggers {
  const read = eventsOf(workflow).map((event) => eventOf(workflow, event));
  return { triggers: read.flatMap(({ triggers }) => triggers), unsaid: read.flatMap(({ unsaid }) => unsaid) };
}

function eventOf(workflow: Manifest, event: string): ReadTriggers {
  const path = ['on', event];
  const at = workflow.evidence(path);
  if (event === 'schedule') return schedule(workflow, path);
  const on = NAMES.get(event);
  if (on === undefined) return { triggers: [], unsaid: [{ at, what: `the event ${event} starts it` }] };
  const tags = workflow.oneOrMore([...path, 'tags']);
  const branches = workflow.oneOrMore([...path, 'branches']);
  const paths = workflow.oneOrMore([...path, 'paths']);
  const isOfTags = tags.length > 0 && branches.length === 0;
  const filters = { ...(branches.length > 0 ? { branches } : {}), ...(paths.length > 0 ? { paths } : {}) };
  const rest = ['types', 'branches-ignore', 'paths-ignore', 'tags-ignore', 'inputs'].filter(
    (key) => workflow.at([...path, key]) !== undefined,
  );
  return {
    triggers: [
      ...(isOfTags ? [] : [{ value: { on, ...(on === 'manual' ? {} : filters) }, at }]),
      ...(tags.length > 0 ? [{ value: { on: 'tag' as const, tags }, at: workflow.evidence([...path, 'tags']) }] : []),
    ],
    unsaid: rest.map((key) => ({ at: workflow.evidence([...path, key]), what: `${key} of the event ${event}` })),
  };
}

function schedule(workflow: Manifest, path: DocumentPath): ReadTriggers {
  const found = workflow.items(path).flatMap((item) => {
    const place = [...item, 'cron'];
    const cron = workflow.text(place)?.trim().replace(/\s+/g, ' ');
    return cron ? [{ value: { on: 'schedule' as const, cron }, at: workflow.evidence(place) }] : [];
  });
  // Two schedules are one intent: the last one would win.
  const [first, ...more] = found;
  return {
    triggers: first ? [first] : [],
    unsaid: more.map(({ at }) => ({ at, what: 'a second schedule' })),
  };
}
