import { readPayload } from '../../clients/job.ts';
import { commandOf } from '../../context/event/command.ts';
import { readEvent } from '../../context/event/event.ts';
import { whyNotServed } from '../../context/event/served.ts';
import { toActionError } from '../../domain/errors.ts';
import type { EventTrigger } from '../../domain/event.ts';
import type { Home } from '../home.ts';
import { answer } from './answer.ts';
import type { Ending, Job } from './job.ts';

/** From the event to a proposal. Whoever is not served is told so as soon as it is known; a failure after the event keeps what was known of it. */
export async function lineOf(job: Job, home: Home): Promise<Ending> {
  const { run, eventPath, ref } = job.runner;
  const reading = readEvent({ name: run.eventName, payload: readPayload(eventPath), ref });
  if (reading.kind === 'not-for-us') return { kind: 'not-served', trigger: null, why: reading.why };
  const { trigger, defaultBranch } = reading;
  const isHelp = commandOf(trigger)?.kind === 'help';
  if (isHelp || isByPerson(trigger)) {
    const unserved = whyNotServed(trigger);
    if (unserved !== null) return { kind: 'not-served', trigger, why: unserved };
  }
  if (isHelp) return { kind: 'help', trigger };
  try {
    return await answer({ job, home, trigger, defaultBranch });
  } catch (thrown) {
    return { kind: 'failed', trigger, error: toActionError(thrown) };
  }
}

/** Of a comment: nothing is read for whoever may not command. Whether a bot is served stands in the configuration, which is not read for help. */
function isByPerson(trigger: EventTrigger): boolean {
  return trigger.kind === 'comment' && !trigger.comment.author.isBot;
}
