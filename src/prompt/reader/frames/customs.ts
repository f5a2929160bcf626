import type { IntentOf } from '../../../domain/request.ts';
import { has, tagged } from '../clauses/chunks.ts';
import type { Part } from '../clauses/clause.ts';
import {
  asks,
  CANNOT_REMOVE,
  type Frame,
  NOTHING,
  type Reading,
  type Scope,
  targetsOf,
  together,
  turnsOf,
  understood,
} from '../frame.ts';
import { isGrounded, isOwnCheck } from '../grounding.ts';

/** Steps of one's own, whose command the repository has. */
export const readCustoms: Frame = (scope) => together(scope.clause.parts.map((part) => readPart(part, scope)));

function readPart(part: Part, scope: Scope): Reading {
  const { atoms } = part;
  const quoted = tagged(atoms, 'quoted');
  const codes = [...tagged(atoms, 'code'), ...quoted.filter(({ meaning }) => isGrounded(meaning.text, scope.profile))];
  const names = quoted.filter((atom) => !codes.includes(atom));
  const [code, ...more] = codes;
  if (!code || has(atoms, 'check')) return NOTHING;
  const about = [code, ...names, ...tagged(atoms, 'step', 'named')];
  if (part.isNegated) return asks([...about, ...turnsOf([part])], CANNOT_REMOVE);
  if (more.length > 0 || names.length > 1)
    return asks([...about, ...more], 'Which command is which step? Say one step a sentence.');
  const command = code.meaning.text.trim();
  if (!isGrounded(command, scope.profile))
    return asks(about, `The repository has no command \`${command}\`. Which one is meant?`, tasksIn(scope));
  if (names.length === 0 && isOwnCheck(command, scope.profile))
    return asks(about, `\`${command}\` is run by a check already. Should it run once more, in a step of its own?`);
  const name = names[0]?.meaning.text.trim() ?? command;
  return understood(
    targetsOf(scope).map((target): IntentOf<'custom'> => ({ kind: 'custom', for: target, name, command })),
    about,
  );
}

function tasksIn({ profile }: Scope): string[] {
  return profile.tasks.filter(({ runner }) => runner !== 'script').map(({ runner, name }) => `${runner} ${name}`);
}
