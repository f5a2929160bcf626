import { CHECKS } from '../../../../domain/check.ts';
import type { IntentOf } from '../../../../domain/request.ts';
import { isOwnCheck } from '../../../reader/grounding.ts';
import { isCommandSaid } from '../commands.ts';
import { isRemoved } from '../is-removed.ts';
import { type Objection, unaskedUnless, unsaidUnless, whichOne } from '../objection.ts';
import type { Passage } from '../passage.ts';
import type { Warrant } from '../warrant.ts';

/** A check that is taken away must have been named; a tool and a threshold were said, or are the repository's own. */
export function checkObjections(
  intent: IntentOf<'check'>,
  own: Passage,
  { utterances, profile }: Warrant,
): Objection[] {
  const { check, ensure, tool, threshold, command } = intent;
  // Whoever says it in other words (`whine about semicolons`) speaks of no check at all.
  const isCheckSaid = own.speaksOf(check) || CHECKS.every((one) => !own.speaksOf(one));
  // A check may be asked for by its tool alone.
  const isToolSaid = tool !== undefined && own.names(tool);
  // Policies refuse to take tests, builds, audits and scans away, whoever asks.
  const isAsked = ensure ? isCheckSaid || isToolSaid : isRemoved(intent.for, check, utterances, profile);
  const commands = profile.units.flatMap(({ commands: { lint, test, build } }) => [...lint, ...test, ...build]);
  const isToolKnown =
    tool === undefined || isToolSaid || commands.some(({ run }) => run.split(/[\s/]+/).includes(tool));
  const isCommandKnown = command === undefined || isOwnCheck(command, profile) || isCommandSaid(command, own);
  const isThresholdSaid = threshold === undefined || isPercentSaid(threshold, own);
  return [
    ...unaskedUnless(isAsked, 'ensure', intent),
    ...unsaidUnless(isToolKnown, 'tool', intent, whichOne('tool', tool)),
    ...unaskedUnless(isCommandKnown, 'command', intent),
    ...unsaidUnless(isThresholdSaid, 'threshold', intent, 'Which threshold is meant? No such number was said.'),
  ];
}

/** One of the percentages; where there is none, one of the numbers. */
function isPercentSaid(threshold: number, own: Passage): boolean {
  return own.percents.length > 0 ? own.percents.includes(threshold) : own.numbers.includes(String(threshold));
}
