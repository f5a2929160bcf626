import { families } from '../families.ts';
import type { Atom, Tag } from '../meaning.ts';
import { isFoundBy } from '../text/found.ts';
import { has, isName, isSaid, NAMES } from './chunks.ts';

export function isPronoun({ meaning, words }: Atom): boolean {
  return meaning.tag === 'pronoun' || /^(?:those|these|there(?: too)?)$/i.test(words);
}

/** What `it` may be that has no name, each kind by itself. */
const THINGS: readonly (readonly Tag[])[] = [
  ['image', 'container'],
  ['runner', 'label', 'label-word', 'system'],
  ['mesh'],
  ['database'],
];

interface Around {
  readonly told: readonly Atom[];
  readonly wish: readonly Atom[];
}

/** Whether all that is left of what was told is what a pronoun of the wish stands for. */
export function isMeant(left: readonly Atom[], { words }: Atom, { told, wish }: Around): boolean {
  // `web hung. Nothing there should take longer than 10 minutes`: whose jobs.
  const isLimit = has(wish, 'minutes') && has(wish, 'timeout') && !has(wish, ...NAMES);
  if (/^there$/i.test(words) && isLimit && left.length === 1 && left.every(isName)) return true;
  // `test there` would leave out where it is tested now.
  if (/^there/i.test(words))
    return (
      (/too$/i.test(words) || has(wish, 'system', 'also')) && left.every(({ meaning }) => meaning.tag === 'system')
    );
  const isAudited =
    has(wish, 'check', 'flaws') &&
    left.some(({ meaning }) => meaning.tag === 'packages' || meaning.tag === 'dependencies');
  const own = isAudited
    ? left.filter(({ meaning }) => meaning.tag !== 'packages' && meaning.tag !== 'dependencies')
    : left;
  if (own.every(({ meaning }) => NAMES.includes(meaning.tag)))
    return (
      !has(wish, ...NAMES) && (own.length < 2 || (/^(?:them|they|those|these)$/i.test(words) && isList(own, told)))
    );
  if (
    isTakenOut(own, wish, told) ||
    isGivenMore(own, wish) ||
    isFinder(own, words, wish) ||
    isNamedThing(own, words, wish)
  )
    return true;
  // `we turned on the merge queue. CI has to run for it`.
  const isQueue =
    own.length === 1 && own.every(({ meaning }) => meaning.tag === 'event' && meaning.on === 'merge_group');
  if (isQueue && !has(wish, 'remove', 'check', 'event')) return true;
  if (isOpenList(told)) return false;
  // `our GPU box is busy, give it two hours`: a machine has no limit.
  if (has(wish, 'minutes') && has(left, 'runner', 'label', 'label-word', 'system')) return false;
  return THINGS.some((tags) => left.every(({ meaning }) => tags.includes(meaning.tag)));
}

/** `self-hosted, office`: what stands in a list of labels may be one, whatever it is called. */
function isOpenList(told: readonly Atom[]): boolean {
  return (
    has(told, 'label') &&
    told.some(
      (atom, at) =>
        has([atom], 'unknown', 'mood') &&
        has(
          [told[at - 1], told[at + 1]].filter((one) => one !== undefined),
          'join',
        ),
    )
  );
}

/** `the timeout of web is too short, make it 25 minutes`. */
function isGivenMore(left: readonly Atom[], wish: readonly Atom[]): boolean {
  const limits = left.filter(({ meaning }) => meaning.tag === 'timeout');
  const isOfOne = left.length - limits.length < 2 && left.every((atom) => limits.includes(atom) || isName(atom));
  return limits.length === 1 && isOfOne && has(wish, 'minutes') && !has(wish, 'remove', ...NAMES);
}

/** `the formatter of web annoys everyone, drop it`: a check that is told of first, and whose it is. */
function isTakenOut(left: readonly Atom[], wish: readonly Atom[], told: readonly Atom[]): boolean {
  // `ledger's formatter` is `the formatter of ledger`.
  const [first, ...more] = [...left].sort((some, other) => Number(isName(some)) - Number(isName(other)));
  // `the nightly backup`.
  const next = first ? told[told.indexOf(first) + 1] : undefined;
  if (next?.meaning.tag === 'unknown') return false;
  const isCheck =
    first?.meaning.tag === 'event' ||
    (first?.meaning.tag === 'day' && /^(?:nightly|daily|weekly|hourly)$/i.test(first.words)) ||
    (first?.meaning.tag === 'check' && first.meaning.isNoun && !isFoundBy(first.words));
  const isDropped = wish.filter(isSaid).every(({ meaning }) => meaning.tag === 'remove' && !meaning.isStop);
  return (
    isCheck &&
    more.length < 2 &&
    more.every(({ meaning }) => NAMES.includes(meaning.tag)) &&
    isDropped &&
    has(wish, 'remove')
  );
}

/** `the Go people swear by staticcheck. Nothing that it grumbles about should get in`: a tool, and whose code it is for. */
function isFinder(left: readonly Atom[], words: string, wish: readonly Atom[]): boolean {
  const tools = left.filter(({ meaning }) => meaning.tag === 'tool');
  const names = left.filter(isName);
  return (
    /^it$/i.test(words) &&
    tools.length === 1 &&
    names.length < 2 &&
    tools.length + names.length === left.length &&
    has(wish, 'fault') &&
    has(wish, 'gate', 'merge') &&
    !has(wish, 'remove', 'tool', 'check', ...NAMES)
  );
}

/** `users complain that the npm package of web is old. It should be published on tags`: a thing, and whose it is. */
function isNamedThing(left: readonly Atom[], words: string, wish: readonly Atom[]): boolean {
  const [thing, ...things] = left.filter((atom) => !isName(atom));
  const isThing = thing !== undefined && things.length === 0 && /^(?:image|packages|chart)$/.test(thing.meaning.tag);
  const own = families(wish);
  return (
    /^it$/i.test(words) &&
    isThing &&
    left.length === 2 &&
    own.length > 0 &&
    families([thing]).every((family) => own.includes(family)) &&
    (!has(wish, 'remove') || (has(wish, 'push') && thing.meaning.tag === 'image')) &&
    !has(wish, 'image', 'packages', 'chart', ...NAMES)
  );
}

/** Whether some names stand side by side: `web and cart hang`. */
function isList(names: readonly Atom[], told: readonly Atom[]): boolean {
  const [first, last] = [
    told.findIndex((atom) => names.includes(atom)),
    told.findLastIndex((atom) => names.includes(atom)),
  ];
  return told.slice(first, last + 1).every((atom) => names.includes(atom) || atom.meaning.tag === 'join');
}
