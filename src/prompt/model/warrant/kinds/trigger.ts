import type { IntentOf } from '../../../../domain/request.ts';
import { areDaysSaid } from '../days.ts';
import type { Family } from '../families.ts';
import { type Objection, unaskedUnless, unsaidUnless, whichOne } from '../objection.ts';
import type { Passage } from '../passage.ts';
import { isIntervalSaid, isTimeSaid, unsaidInterval } from '../times.ts';
import type { Segment, Utterances } from '../utterances.ts';
import type { Warrant } from '../warrant.ts';

type Trigger = IntentOf<'trigger'>;

const EVENT_FAMILY: Readonly<Record<Trigger['on'], Family>> = {
  pull_request: 'pull_request',
  push: 'push_event',
  tag: 'tag',
  schedule: 'schedule',
  manual: 'manual',
  merge_group: 'merge_group',
};

/** What starts the pipeline, and what no longer does. */
export function triggerObjections(intent: Trigger, { utterances, defaultBranch }: Warrant): Objection[] {
  const where = intent.ensure ? aboutEvent(intent.on, utterances) : utterances;
  const unnamed = patternsOf(intent, where.speaksOf('branch') ? defaultBranch : null).filter(
    (pattern) => !isPatternNamed(pattern, where),
  );
  return [
    ...unaskedUnless(isTriggerSaid(intent, utterances), 'on', intent),
    ...unsaidUnless(unnamed.length === 0, 'branches', intent, whichOne('branch, tag or path', unnamed.join(', '))),
    ...cronObjections(intent, where),
  ];
}

/** All but those that need no name: the default branch where a branch is spoken of, and tags of versions. */
function patternsOf({ branches = [], paths = [], tags = [] }: Trigger, defaultBranch: string | null): string[] {
  return [...branches.filter((one) => one !== defaultBranch), ...tags.filter((one) => one !== 'v*'), ...paths];
}

function cronObjections(intent: Trigger, where: Passage): Objection[] {
  const { cron } = intent;
  if (cron === undefined || where.quotes(cron)) return [];
  const often = unsaidInterval(cron, where);
  return [
    ...unsaidUnless(isTimeSaid(cron, where), 'cron', intent, 'At what time? It was not said like this.'),
    ...unsaidUnless(often === null, 'cron', intent, often ?? ''),
    ...unsaidUnless(areDaysSaid(cron, where), 'cron', intent, 'On which days? They were not said like this.'),
  ];
}

/** The sentences that speak of an event: `Run on pull requests. Lint web.` names no branch that is called web. */
function aboutEvent(on: Trigger['on'], { affirmed, segments, passage }: Utterances): Passage {
  const own = segments.filter(({ text }) => passage(text).speaksOf(EVENT_FAMILY[on])).map(({ sentence }) => sentence);
  if (own.length === 0) return affirmed;
  const isOn = ({ text, sentence }: Segment) =>
    own.includes(sentence) || (own.includes(sentence - 1) && /^(?:only|also|but|those|to|on|and) /.test(text));
  return passage(
    segments
      .filter(isOn)
      .map(({ text }) => text)
      .join(' \n '),
  );
}

/** A pattern of branches, tags or paths stands whole in the words, or the folder that it begins with does. */
function isPatternNamed(pattern: string, said: Passage): boolean {
  const folder = pattern.replace(/^\.\//, '').replace(/\/?\*.*$|\/$/, '');
  const isWhole = said.text.split(/[\s,;"'`]+/).includes(pattern.toLowerCase());
  return isWhole || (folder !== '' && said.names(folder)) || (/[\p{L}\d]/u.test(pattern) && said.names(pattern));
}

function isTriggerSaid({ on, ensure, cron }: Trigger, utterances: Utterances): boolean {
  const isSaid = ensure
    ? utterances.affirmed.speaksOf(EVENT_FAMILY[on])
    : utterances.removals.some(({ scope }) => scope.speaksOf(EVENT_FAMILY[on]));
  if (on !== 'schedule') return isSaid && utterances.speaksOf('pipeline');
  return isSaid || (ensure && cron !== undefined && isIntervalSaid(utterances.affirmed));
}
