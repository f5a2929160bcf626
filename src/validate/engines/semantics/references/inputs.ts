import { asMapping, asTexts, entryOf, isMapping } from '../../../../workflow/facts/values.ts';
import type { Lookup, Place } from './place.ts';

/** The events that have inputs. */
const EVENTS = ['workflow_dispatch', 'workflow_call'];

/** `inputs.<name>`, and `github.event.inputs.<name>`, which only a run by hand has. */
export const inputFault: Lookup = ([name, first = '', second, third], place) => {
  if (name === 'inputs') return isInputOf(EVENTS, first, place) ? null : unknown(first);
  if (first !== 'event' || second !== 'inputs' || third === undefined || third === '*') return null;
  return isInputOf(['workflow_dispatch'], third, place) ? null : unknown(third);
};

/** `inputs.<name>` in the metadata of an action, which the lookup is given as the workflow. */
export const actionInputFault: Lookup = ([, name = ''], { workflow: { inputs } }) =>
  entryOf(asMapping(inputs), name) === undefined ? unknown(name, 'this action') : null;

function unknown(input: string, owner = 'this workflow') {
  return { rule: 'undeclared-input' as const, params: { input, owner } };
}

/** A workflow that is called has the event of its caller. */
function isInputOf(events: readonly string[], input: string, { workflow: { on } }: Place): boolean {
  if (!isMapping(on)) return false;
  if (!events.includes('workflow_call') && 'workflow_call' in on) return true;
  return events.some((event) => {
    const { inputs } = asMapping(on[event]);
    return asTexts(inputs).length > 0 || entryOf(asMapping(inputs), input) !== undefined || hasName(inputs, input);
  });
}

/** An input may be a name alone. */
function hasName(inputs: unknown, input: string): boolean {
  return Object.keys(asMapping(inputs)).some((name) => name.toLowerCase() === input);
}
