import { eventsIn } from '../../../../workflow/facts/triggers.ts';
import { asMapping, entryOf } from '../../../../workflow/facts/values.ts';
import type { Lookup, Place } from './place.ts';

/** The events that have inputs. */
const EVENTS = ['workflow_dispatch', 'workflow_call'];

/** `inputs.<name>`, and `github.event.inputs.<name>`, which only a run by hand has. */
export const inputFault: Lookup = ([name, first = '', second, third], place) => {
  if (name === 'inputs') return isInputOf(EVENTS, first, place) ? null : unknown('inputs', first);
  if (first !== 'event' || second !== 'inputs' || third === undefined || third === '*') return null;
  return isInputOf(['workflow_dispatch'], third, place) ? null : unknown('github.event.inputs', third);
};

/** `inputs.<name>` in the metadata of an action, which the lookup is given as the workflow. */
export const actionInputFault: Lookup = ([, name = ''], { workflow: { inputs } }) =>
  entryOf(asMapping(inputs), name) === undefined ? unknown('inputs', name, 'this action') : null;

function unknown(context: string, input: string, owner = 'this workflow') {
  return { rule: 'undeclared-input' as const, params: { read: `${context}.${input}`, owner } };
}

/** A workflow that is called has the event of its caller. */
function isInputOf(events: readonly string[], input: string, { workflow: { on } }: Place): boolean {
  const triggers = eventsIn(on);
  if (!events.includes('workflow_call') && Object.hasOwn(triggers, 'workflow_call')) return true;
  return events.some((event) => entryOf(asMapping(asMapping(triggers[event]).inputs), input) !== undefined);
}
