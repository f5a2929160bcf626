import { tagged } from './chunks.ts';
import { families } from './families.ts';
import type { Atom } from './meaning.ts';

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
