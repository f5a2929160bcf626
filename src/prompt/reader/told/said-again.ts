import { has, tagged } from '../clauses/chunks.ts';
import { type Family, families } from '../families.ts';
import type { Atom, Tag } from '../meaning.ts';

/** What is told in other words than the wish: a tool says of which check and language it is, and a check is the same whatever it is called. */
export function isSaidAgain({ meaning }: Atom, wish: readonly Atom[]): boolean {
  const tools = tagged(wish, 'tool').map((tool) => tool.meaning);
  if (meaning.tag === 'check')
    return (
      tools.some(({ checks }) => checks.includes(meaning.check)) ||
      tagged(wish, 'check').some((check) => check.meaning.check === meaning.check)
    );
  if (meaning.tag === 'language')
    return tools.some(({ ecosystems }) => ecosystems.some((one) => meaning.ecosystems.includes(one)));
  // Where something is merged is no part of what is checked, which is checked before that.
  return (meaning.tag === 'merge' || meaning.tag === 'branch') && isOfChecks(wish);
}

/** `talks to RabbitMQ`, where `RabbitMQ 3` is wished. */
export function isSameDatabase({ meaning }: Atom, wish: readonly Atom[]): boolean {
  return (
    meaning.tag === 'database' &&
    meaning.version === undefined &&
    tagged(wish, 'database').some((one) => one.meaning.service === meaning.service)
  );
}

function isOfChecks(wish: readonly Atom[]): boolean {
  const own = families(wish);
  return own.includes('check') && own.every((family) => family === 'check' || family === 'event');
}

const TIMES: readonly Tag[] = ['minutes', 'unit', 'day', 'time', 'zone', 'cron'];
const SIZES: readonly Tag[] = ['replicas', 'cpu', 'memory', 'quantity', 'percent', 'container', ...TIMES];

/** What nothing more can be in words that only tell, where every wish is of one of some kinds: how it is now, and what it is about. */
const OUTDONE: readonly (readonly [of: readonly Family[], tags: readonly Tag[]])[] = [
  [['timeout'], [...TIMES, 'check', 'runner', 'label', 'branch', 'merge', 'leak', 'container']],
  [['chart'], [...SIZES, 'leak', 'runner', 'deploy']],
  [['image'], ['runner', 'registry-word', 'container', 'deploy', 'leak']],
  [['check'], ['event', 'branch', 'merge', 'runner', 'container']],
  [['event'], TIMES],
];

/** `web hangs at night for hours, give it 10 minutes`: what is told of times, sizes and places where the wish says its own. */
export function isOutdone({ meaning }: Atom, wish: readonly Atom[]): boolean {
  const own: readonly Family[] = has(wish, 'quantity') ? ['chart'] : families(wish);
  const isValue = wish.some((atom) => atom.meaning.tag === meaning.tag);
  const isAlone =
    /^(?:system|versions|platform)$/.test(meaning.tag) && isValue && has(wish, 'only') && !has(wish, 'also', 'except');
  // Of a schedule or a linter that is told of something else may be wished.
  const isOther =
    (meaning.tag === 'event' && !/^(?:pull_request|push)$/.test(meaning.on)) ||
    (meaning.tag === 'check' && !/^(?:test|build)$/.test(meaning.check));
  const isKnown =
    own.length > 0 &&
    OUTDONE.some(([of, tags]) => own.every((family) => of.includes(family)) && tags.includes(meaning.tag));
  return isAlone || (isKnown && !isOther);
}
