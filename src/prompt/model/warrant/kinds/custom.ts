import { CHECKS } from '../../../../domain/check.ts';
import type { IntentOf } from '../../../../domain/request.ts';
import { isOwnCheck } from '../../../reader/grounding.ts';
import { isCommandSaid } from '../commands.ts';
import { type Objection, unsaidUnless } from '../objection.ts';
import type { Passage } from '../passage.ts';
import type { Warrant } from '../warrant.ts';

/** A step of one's own is called by its command or by words of its name: what else the repository could run is not for a model to choose. */
export function customObjections(intent: IntentOf<'custom'>, own: Passage, { profile }: Warrant): Objection[] {
  const { command } = intent;
  const isCheck = isOwnCheck(command, profile) && CHECKS.some((check) => own.quotes(check));
  const question = `Should \`${command}\` be run in a step of its own?`;
  return unsaidUnless(isCheck || isCommandSaid(command, own), 'command', intent, question);
}
