import type { IntentOf } from '../../../domain/request.ts';
import { has, tagged } from '../clauses/chunks.ts';
import { asks, type Frame, isNegatedAt, NOTHING, type Scope, said, understood } from '../frame.ts';
import type { Atom } from '../meaning.ts';

/** Names of tags: of those that start what is delivered, and of one that may stand for others. */
export const readTags: Frame = (scope) => {
  const [name] = tagged(said(scope), 'tag-name');
  if (!name) return patternsOf(scope);
  const patterns = patternsLike(name.meaning.name);
  return asks(
    [name],
    'Which tags are meant? Say a pattern of their names.',
    name.meaning.isBefore ? patterns.map((pattern) => `tags ${pattern}`) : patterns,
  );
};

/** `push the image on tags v2.*`: what is delivered has no tags of its own, so the trigger has them. */
function patternsOf(scope: Scope): ReturnType<Frame> {
  if (!has(said(scope), 'image', 'push', 'publish') || has(said(scope), 'pipeline')) return NOTHING;
  const parts = scope.clause.parts.filter(({ atoms }) =>
    tagged(atoms, 'event').some((event) => event.meaning.on === 'tag' && !isNegatedAt(scope, event)),
  );
  const own = parts.flatMap(({ atoms }) => atoms);
  const patterns = tagged(own, 'path');
  if (patterns.length === 0 || has(own, 'also') || !isOfNames(own)) return NOTHING;
  const tags = [...new Set(patterns.map(({ meaning }) => meaning.path))];
  const intent: IntentOf<'trigger'> = { kind: 'trigger', on: 'tag', ensure: true, tags };
  return understood([intent], [...patterns, ...tagged(own, 'touching')]);
}

/** `tags matching release/*` are called so; of `tags that touch cart/**` nothing can be had: a tag changes no file. */
export function isOfNames(atoms: readonly Atom[]): boolean {
  const isChanged = tagged(atoms, 'touching').some(({ words }) => !/match/i.test(words));
  return (
    !isChanged &&
    !atoms.some(
      ({ words }, at) => /^(?:in|under|below|for|inside|within)$/i.test(words) && atoms[at + 1]?.meaning.tag === 'path',
    )
  );
}

/** `v*`, `v1.*` and `v1.2.*` for `v1.2.3`. */
function patternsLike(name: string): string[] {
  const [, letter = '', first = '', second] = /^(v?)(\d+)(?:\.(\d+))?/i.exec(name) ?? [];
  const narrower = [`${letter}${first}.*`, ...(second === undefined ? [] : [`${letter}${first}.${second}.*`])];
  return letter === '' ? narrower : [`${letter}*`, ...narrower];
}
