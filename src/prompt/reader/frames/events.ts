import { isAdded } from '../clauses/additions.ts';
import { has, tagged } from '../clauses/chunks.ts';
import { type Part, writtenOf } from '../clauses/clause.ts';
import { readSchedule } from '../clauses/schedule.ts';
import { asks, type Frame, NOTHING, type Reading, type Scope, said, together, turnsOf, understood } from '../frame.ts';
import type { Atom } from '../meaning.ts';
import { detailed, isBranched, type Open } from './event-details.ts';

/** What starts the pipeline. Events that another wish has taken for itself are no triggers. */
export function readEvents(taken: ReadonlySet<Atom>): Frame {
  return (scope) => {
    const parts = scope.clause.parts.map((part) => ({ ...part, atoms: part.atoms.filter((atom) => !taken.has(atom)) }));
    if (!parts.some(({ atoms }) => has(atoms, 'event', 'cron', 'day', 'every'))) return NOTHING;
    const schedule = readSchedule(parts);
    const left = parts.flatMap(({ atoms }) => tagged(atoms, 'event', 'day'));
    if (has(said(scope), 'deploy', 'publish', 'image', 'extra') && !has(said(scope), 'pipeline'))
      return asks(left, 'When should that happen?', ['on the default branch', 'on tags', 'by hand']);
    if (
      has(said(scope), 'check', 'tool', 'code', 'dependencies', 'secrets') &&
      schedule.intents.length + schedule.questions.length > 0
    )
      return asksForAll(scope, schedule.claimed, 'A schedule starts the whole pipeline, not one check or step.');
    const others = left.filter(({ meaning }) => meaning.tag === 'event' && !/^(pull_request|push)$/.test(meaning.on));
    if (
      scope.clause.parts.some(({ atoms }) => has(atoms, 'check', 'tool') && others.some((atom) => atoms.includes(atom)))
    )
      return asksForAll(
        scope,
        [...others, ...tagged(said(scope), 'when')],
        'That starts the whole pipeline, not one check.',
      );
    const own = scope.clause.parts.filter(({ atoms }) => has(atoms, 'check', 'tool') && has(atoms, 'event'));
    // `lint on pull requests, test on pushes`.
    if (
      new Set(own.flatMap(({ atoms }) => tagged(atoms, 'event')).map(({ meaning }) => meaning.on)).size > 1 &&
      own.length > 1
    )
      return asks(left, 'What starts the pipeline starts all of it. Should everything run on each of these?');
    const all = everythingIn(said(scope));
    if (all.length > 0)
      return asks(
        [...left, ...all],
        'A change starts the pipeline anyway, and each job runs for what the change concerns: that cannot be turned off. Is something else meant?',
      );
    return together([schedule, readOthers(parts, scope)]);
  };
}

/** Whether everything should start when one check was said to: in a sentence of its own. */
function asksForAll(scope: Scope, when: readonly Atom[], text: string): Reading {
  const about = writtenOf(when, said(scope));
  const reading = asks(when, `${text} Should everything run then?`, [`Run everything ${inside(about)}`]);
  return { ...reading, questions: reading.questions.map((question) => ({ ...question, about })) };
}

/** As it is written inside of a sentence. */
function inside(words: string): string {
  return /^[A-Z][a-z]+day\b/.test(words) ? words : `${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;
}

/** `pull requests should run everything` wants more than a start: every job, whatever has changed. */
function everythingIn(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(({ meaning }) => meaning.tag === 'event' && /^(?:pull_request|push)$/.test(meaning.on));
  const isNarrowed = has(atoms, 'path', 'remove', 'only', 'also', 'check', 'tool', 'code');
  if (at < 0 || isNarrowed) return [];
  const after = tagged(atoms.slice(at), 'selector');
  return after.some(({ meaning }) => meaning.selectors.some((one) => 'all' in one)) ? after : [];
}

function readOthers(parts: readonly Part[], scope: Scope): Reading {
  const open: Open[] = [];
  for (const [at, { atoms, isNegated }] of parts.entries()) {
    for (const atom of atoms) {
      if (atom.meaning.tag !== 'event' || atom.meaning.on === 'schedule') continue;
      const { on } = atom.meaning;
      open.push({ trigger: { kind: 'trigger', on, ensure: !isNegated }, atoms: [atom] });
    }
    const last = open.at(-1);
    // `on pull requests lint, on main test`.
    const isOfCheck = has(scope.clause.parts[at]?.atoms ?? [], 'check', 'tool') && !has(atoms, 'event');
    // `on pull requests and on main`: a branch that is pushed to.
    const isOther = !has(atoms, 'event') && last?.trigger.on === 'pull_request' && /^on$/i.test(atoms[0]?.words ?? '');
    const more = last && !isOfCheck && !isOther ? detailed(last, atoms, scope.profile) : null;
    if (more) open[open.length - 1] = more;
  }
  const wrong = open.find(({ trigger }) => !trigger.ensure && (trigger.branches ?? trigger.paths ?? trigger.tags));
  if (wrong)
    return asks(
      [...wrong.atoms, ...turnsOf(parts)],
      'A trigger goes away as a whole. On which branches, paths or tags should it stay?',
    );
  const beside = besideOf(parts, open);
  if (beside) return beside;
  const vague = sharedBranches(parts, open);
  if (vague) return vague;
  const turned = parts.filter((part) => part.isNegated && has(part.atoms, 'event'));
  const ordinary = parts
    .filter((part) => has(part.atoms, 'event'))
    .flatMap(({ atoms }) => tagged(atoms, 'every', 'when'));
  // `not on pushes, only on pull requests` says the same twice.
  const only = turned.length > 0 ? parts.filter((part) => !turned.includes(part) && has(part.atoms, 'event')) : [];
  const onlyWords = only.flatMap(({ atoms }) => tagged(atoms, 'only'));
  const once = new Map(open.map((one) => [JSON.stringify(one.trigger), one.trigger]));
  return together([
    understood(
      [...once.values()],
      [
        ...open.flatMap(({ atoms }) => atoms).filter((atom) => open.length < 2 || !isLeading(atom, parts)),
        ...turnsOf(turned),
        ...ordinary,
        ...onlyWords,
      ],
    ),
    defaultBranch(parts),
  ]);
}

/** `only run on pull requests that touch web/**, and on tags`: what else should start nothing is not said. */
function isLeading(atom: Atom, parts: readonly Part[]): boolean {
  return atom.meaning.tag === 'only' && parts.some(({ atoms }) => atoms[0] === atom);
}

/** `on pushes to develop too`: what is said of a trigger takes the place of what was there, so all of it has to be said. */
function besideOf(parts: readonly Part[], open: readonly Open[]): Reading | null {
  const more = open.find(({ trigger, atoms }) => {
    const own = parts.filter((part) => atoms.some((atom) => part.atoms.includes(atom)));
    const isNarrowed = (trigger.branches ?? trigger.paths ?? trigger.tags) !== undefined;
    return isNarrowed && isAdded(parts, own) && !trigger.branches?.some((name) => USUAL.includes(name));
  });
  if (!more) return null;
  const { branches, paths, tags } = more.trigger;
  const [what, names] = branches ? ['Branches', branches] : paths ? ['Paths', paths] : ['Tags', tags ?? []];
  const list = names.join(' and ');
  const others = branches ? USUAL.slice(0, 2) : tags ? ['v*'] : [];
  const reading = asks(
    more.atoms,
    `${what} that are said are the only ones. Which are meant, all of them?`,
    others.map((other) => `${other} and ${list}`),
  );
  const all = parts.flatMap(({ atoms }) => atoms);
  const from = all.findIndex(({ words }) => words === names[0]);
  const own = all.slice(from).filter((atom) => atom.meaning.tag === 'also' || more.atoms.includes(atom));
  const about = writtenOf(own, all);
  return { ...reading, questions: reading.questions.map((question) => ({ ...question, about })) };
}

/** What most default branches are called. */
const USUAL: readonly string[] = ['main', 'master', 'trunk'];

/** Whether branches of the last event may be meant for the one before it, too. */
function sharedBranches(parts: readonly Part[], open: readonly Open[]): Reading | null {
  const vague = open.findIndex(
    ({ trigger }, index) =>
      trigger.ensure &&
      open.length > 1 &&
      !trigger.branches &&
      open[index + 1]?.trigger.branches &&
      isBare(parts, open[index + 1]) &&
      isBranched(trigger),
  );
  if (vague >= 0)
    return asks(
      open.flatMap(({ atoms }) => atoms),
      'Are the branches meant for both events, or for the last one alone?',
      ['for both', 'for the last one'],
    );
  return null;
}

/** `on pushes and pull requests to main`, and not `on pushes, and on pull requests to main`. */
function isBare(parts: readonly Part[], next: Open | undefined): boolean {
  const event = next?.atoms[0];
  return parts.some(({ atoms }) => atoms[0] === event && !/^on /i.test(event?.words ?? ''));
}

/** What the default branch is called, the words must say: it is no pattern. */
function defaultBranch(parts: readonly Part[]): Reading {
  const found = parts.flatMap(({ atoms }) => tagged(atoms, 'branch').filter(({ meaning }) => meaning.name === null));
  return found.length === 0 ? NOTHING : asks(found, 'What is the default branch called?', ['main', 'master']);
}
