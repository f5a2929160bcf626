import type { IntentOf, Selector } from '../../../domain/request.ts';
import { isAdded } from '../clauses/additions.ts';
import { has, isName, isSaid, tagged } from '../clauses/chunks.ts';
import type { Part } from '../clauses/clause.ts';
import { selectorOf } from '../clauses/others.ts';
import {
  adjusting,
  asks,
  CANNOT_REMOVE,
  type Frame,
  NOTHING,
  partsWith,
  type Scope,
  said,
  targetsOf,
  turnsOf,
  understood,
} from '../frame.ts';
import type { Atom } from '../meaning.ts';
import { impossibleOf } from '../text/known-versions.ts';

/** Databases and brokers beside tests. */
export const readDatabases: Frame = (scope) => {
  const found = tagged(said(scope), 'database');
  if (found.length === 0) return NOTHING;
  const parts = partsWith(scope, 'database');
  if (parts.some(({ isNegated }) => isNegated) || scope.clause.except.length > 0)
    return asks([...found, ...turnsOf(parts)], CANNOT_REMOVE);
  const purposes = parts.flatMap(({ atoms }) =>
    tagged(atoms, 'check').filter(({ meaning }) => meaning.check === 'test' && meaning.isNoun),
  );
  const changes = parts.flatMap(({ atoms }) =>
    found.flatMap((atom) => (atoms.includes(atom) ? adjusting(atoms, atom) : [])),
  );
  const claimed = [...found, ...purposes, ...changes, ...tagged(said(scope), 'container')];
  const intents: IntentOf<'service'>[] = [];
  for (const { meaning } of found) {
    const { service, version } = meaning;
    if (impossibleOf(version === undefined ? [] : [version], service).length > 0)
      return asks(claimed, `There is no ${service} ${version}. Which version is meant?`);
    const targets = whoNeeds(service, scope);
    if (targets.length === 0) return asks(claimed, `Whose tests need ${service}?`, servicesIn(scope));
    for (const target of targets)
      intents.push({ kind: 'service', for: target, service, ...(version === undefined ? {} : { version }) });
  }
  return understood(intents, claimed);
};

/** Where nobody said whose tests: those that have it already; none where nobody can tell. */
function whoNeeds(service: string, scope: Scope): readonly Selector[] {
  const { units } = scope.profile;
  if (scope.clause.selectors.length > 0 || units.length === 1) return targetsOf(scope);
  return units
    .filter(({ needs }) => needs.some((need) => need.service === service))
    .map((unit) => selectorOf(unit, scope.profile));
}

function servicesIn({ profile }: Scope): string[] {
  return profile.services.map(({ name }) => name);
}

/** How long jobs may take. */
export const readTimeout: Frame = (scope) => {
  const parts = partsWith(scope, 'minutes').filter(({ atoms }) => !has(atoms, 'every'));
  const found = parts.flatMap(({ atoms }) => tagged(atoms, 'minutes'));
  const [first, ...more] = found;
  if (!first) return NOTHING;
  const all = [...leadingTo(parts, scope), ...parts, ...partsWith(scope, 'timeout')].flatMap(({ atoms }) => atoms);
  const isExceeding = all.some(({ words }) => EXCEEDING.test(words));
  // `more than 10 minutes` is a limit only where it is denied, or is what stops something.
  if (isExceeding && !has(all, 'remove', 'gate')) return NOTHING;
  const stops = tagged(all, 'remove').filter(({ meaning, words }) =>
    meaning.isStop ? has(all, 'after', 'timeout') : NOT.test(words) && isExceeding,
  );
  const limits = [
    ...tagged(all, 'timeout'),
    ...stops,
    ...(isExceeding ? tagged(all, 'gate') : []),
    ...adjusting(all, first),
  ];
  // `test web after 10 minutes` is another wish.
  const cues = [...limits, ...(limits.length > 0 ? tagged(all, 'after') : [])];
  const isGiven = all.some(({ words }) => /^(gives?|allow|gets?)$/i.test(words)) || isOfTopic(parts, scope);
  const tested = [...parts, ...checkedBefore(parts, scope)].flatMap(({ atoms }) =>
    tagged(atoms, 'check').filter((atom) => isThing(atom, atoms)),
  );
  if (tested.length > 0 && (cues.length > 0 || isGiven) && more.length === 0)
    return {
      ...asks(tested, 'A time limit is for all jobs of what it is for, not for one check alone. Should it be?', [
        'jobs',
      ]),
      claimed: [first, ...cues, ...tested],
    };
  const steps = tagged(said(scope), 'code');
  // `run \`make docs\` and give it 10 minutes`.
  if (steps.length > 0 && (cues.length > 0 || isGiven) && more.length === 0)
    return {
      ...asks(
        [first, ...cues],
        'A time limit is for all jobs of what it is for, not for one step alone. Should it be?',
      ),
      claimed: [first, ...cues],
    };
  const turns = turnsOf(parts).filter((atom) => !stops.some((stop) => stop === atom));
  if ((cues.length === 0 && !isGiven) || turns.length > 0 || more.length > 0) return NOTHING;
  const minutes = first.meaning.value;
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 360)
    return asks([first, ...cues], 'A timeout is from 1 to 360 minutes. How many are meant?');
  return understood(
    targetsOf(scope).map((target): IntentOf<'timeout'> => ({ kind: 'timeout', for: target, minutes })),
    [first, ...cues],
  );
};

/** `the linter of web`, and `the audit of web`, which else is a verb. */
function isThing(atom: ReturnType<typeof tagged<'check'>>[number], atoms: readonly Atom[]): boolean {
  return atom.meaning.isNoun || /^the$/i.test(atoms[atoms.indexOf(atom) - 1]?.words ?? '');
}

/** `run the linter of web and give it 5 minutes`, `run the tests and stop them after an hour`: the check that was named right before. */
function checkedBefore(parts: readonly Part[], { clause }: Scope): Part[] {
  return parts.flatMap((part) => {
    const pronoun = tagged(part.atoms, 'pronoun').find(({ words }) => /^(?:it|them|they|these|those)$/i.test(words));
    const before = clause.parts[clause.parts.indexOf(part) - 1];
    const nouns = tagged(before?.atoms ?? [], 'check').filter(({ meaning }) => meaning.isNoun);
    const isOfOne = /^it$/i.test(pronoun?.words ?? '');
    const isMeant = pronoun !== undefined && nouns.some(({ words }) => /s$/i.test(words) !== isOfOne);
    return before && isMeant ? [before] : [];
  });
}

/** `ledger: Java 25, coverage 80 %, 30 minutes`: behind a topic, beside other settings, minutes are a limit. */
function isOfTopic(parts: readonly Part[], { clause }: Scope): boolean {
  const [topic, ...others] = clause.parts;
  const isTopic = topic?.atoms.filter(isSaid).every(isName) === true && topic.atoms.some(isName);
  const isBare = parts.every(
    ({ atoms, isNegated }) => !isNegated && atoms.filter(isSaid).length === 1 && !has(atoms, 'do'),
  );
  return isTopic && isBare && others.length > parts.length;
}

/** `give web and cart 20 minutes`: the verb stands before the first name of a list. */
function leadingTo(parts: readonly Part[], { clause }: Scope): Part[] {
  return parts.flatMap((part) => {
    const before = clause.parts.slice(0, clause.parts.indexOf(part));
    const isListed = [...before, part].slice(1).every(({ atoms }) => atoms.filter(isSaid).slice(0, 1).some(isName));
    const isOpen = before.every(({ atoms }) => atoms.filter(isSaid).slice(-1).some(isName));
    return isListed && isOpen ? before : [];
  });
}

const NOT = /^(?:no|not|don't|do not|doesn't|does not|never|shouldn't|should not|mustn't|can't|cannot|won't)$/i;
const EXCEEDING = /^(?:(?:more|longer) than|exceeds?)$/i;

/** A name that no preposition makes to whom something is for. */
function isListedName(atom: Atom, atoms: readonly Atom[]): boolean {
  const before = atoms.slice(0, atoms.indexOf(atom)).findLast(({ words }) => !/^(?:the|our)$/i.test(words));
  return isName(atom) && !/^(?:for|of|in)$/i.test(before?.words ?? '');
}

/** On which runners jobs run. */
export const readRunner: Frame = (scope) => {
  const atoms = said(scope);
  if (!has(atoms, 'label', 'label-word') || has(atoms, 'image')) return NOTHING;
  // `pull requests labelled ready`: not all that has a label is a runner.
  if (!has(atoms, 'label', 'runner')) return NOTHING;
  const words = tagged(atoms, 'runner', 'label-word');
  const from = atoms.findIndex(({ meaning }) => meaning.tag === 'label' || meaning.tag === 'label-word');
  const hasWord = has(atoms, 'label-word');
  const labels = atoms
    .slice(from)
    .filter(
      ({ meaning, words: word }) =>
        /^(label|system|platform)$/.test(meaning.tag) ||
        (hasWord && /^(?:unknown|mood)$/.test(meaning.tag) && /^[\w.-]{1,60}$/.test(word)),
    );
  // `with labels linux, big and java` may name a label by what is a name of the repository, too.
  const named = hasWord ? atoms.slice(from).filter((atom) => isListedName(atom, atoms)) : [];
  if (labels.length > 0 && named.length > 0)
    return asks(
      [...words, ...labels, ...named],
      'Which labels should the runner have? Say whom it is for before them.',
    );
  const before = tagged(atoms.slice(0, from), 'system', 'platform');
  if (labels.length === 0 || before.length > 0) return NOTHING;
  const parts = partsWith(scope, 'label', 'runner', 'label-word');
  if (parts.some(({ isNegated }) => isNegated)) return asks([...words, ...labels, ...turnsOf(parts)], CANNOT_REMOVE);
  if (isAdded(scope.clause.parts, parts))
    return asks(
      [...words, ...labels],
      'A job runs on one kind of runner. Which labels should its runner have, all of them?',
    );
  // `run \`make docs\` on the self-hosted runner`: one step has no runner of its own.
  if (parts.some((part) => has(part.atoms, 'code')))
    return asks([...words, ...labels], 'A runner is for all jobs of what it is for, not for one step. Should it be?', [
      'everything',
    ]);
  const hosted = labels.filter(({ words: word }) => /^(?:ubuntu|windows|macos)-/i.test(word));
  if (hosted.length > 1)
    return asks(
      [...words, ...labels],
      'A job runs on one runner, which has all of its labels. Which one is meant?',
      hosted.map(({ words: word }) => word),
    );
  const names = labels.map(({ meaning, words: word }) =>
    meaning.tag === 'label' ? meaning.label : word.toLowerCase(),
  );
  const purposes = parts.flatMap((part) => tagged(part.atoms, 'check').filter(({ meaning }) => meaning.isNoun));
  const intents = targetsOf(scope).map(
    (target): IntentOf<'runner'> => ({ kind: 'runner', for: target, labels: [...new Set(names)] }),
  );
  return understood(intents, [...words, ...labels, ...purposes, ...labels.flatMap((label) => adjusting(atoms, label))]);
};
