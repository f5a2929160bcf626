import type { IntentOf } from '../../../domain/request.ts';
import { has, tagged } from '../clauses/chunks.ts';
import { asks, type Frame, isNegatedAt, NOTHING, type Scope, said, understood } from '../frame.ts';

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
  if (patterns.length === 0 || has(own, 'also')) return NOTHING;
  const tags = [...new Set(patterns.map(({ meaning }) => meaning.path))];
  const intent: IntentOf<'trigger'> = { kind: 'trigger', on: 'tag', ensure: true, tags };
  return understood([intent], [...patterns, ...tagged(own, 'touching')]);
}

/** `v*`, `v1.*` and `v1.2.*` for `v1.2.3`. */
function patternsLike(name: string): string[] {
  const [, letter = '', first = '', second] = /^(v?)(\d+)(?:\.(\d+))?/i.exec(name) ?? [];
  const narrower = [`${letter}${first}.*`, ...(second === undefined ? [] : [`${letter}${first}.${second}.*`])];
  return letter === '' ? narrower : [`${letter}*`, ...narrower];
}
