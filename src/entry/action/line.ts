import { openCheckout } from '../../clients/checkout.ts';
import { readPayload } from '../../clients/job.ts';
import { asksForHelp } from '../../context/event/command.ts';
import { readEvent } from '../../context/event/event.ts';
import { whyNotServed } from '../../context/event/served.ts';
import { readEventContext } from '../../context/event-context.ts';
import { toActionError } from '../../domain/errors.ts';
import type { EventTrigger } from '../../domain/event.ts';
import { wishesOf } from '../../domain/wish.ts';
import { readEnvironment } from '../../inputs/environment.ts';
import { notesOfAsking } from '../asking.ts';
import { type Home, judgeOf } from '../home.ts';
import { lineDeadline } from './deadlines.ts';
import { githubOf } from './github.ts';
import type { Ending, Job } from './job.ts';
import { hostOf } from './lent.ts';

/** From the event to a proposal. Whoever is not served is told so as soon as it is known; a failure after the event keeps what was known of it. */
export async function lineOf(job: Job, home: Home): Promise<Ending> {
  const { run, eventPath, ref } = job.runner;
  const reading = readEvent({ name: run.eventName, payload: readPayload(eventPath), ref });
  if (reading.kind === 'not-for-us') return { kind: 'not-served', trigger: null, why: reading.why };
  const { trigger, defaultBranch } = reading;
  const isHelp = asksForHelp(trigger);
  if (isHelp || isByPerson(trigger)) {
    const unserved = whyNotServed(trigger);
    if (unserved !== null) return { kind: 'not-served', trigger, why: unserved };
  }
  if (isHelp) return { kind: 'help', trigger };
  try {
    const deadline = lineDeadline(job);
    const { variables } = readEnvironment(false);
    const { git, trees } = openCheckout({
      directory: job.runner.workspace,
      environment: variables,
      deadline,
      isTrusted: true,
    });
    const remote = (await githubOf(job, deadline))?.remote ?? null;
    const contextRead = readEventContext({ git, trees, remote, trigger, defaultBranch });
    await using judge = judgeOf(home);
    const [read, { propose }] = await Promise.all([contextRead, import('../commands/proposal.ts')]);
    const why = whyNotServed(trigger, read.configuration?.settings.bots);
    if (why !== null) return { kind: 'not-served', trigger, why };
    const wishes = wishesOf('input', job.inputs.request);
    await using host = await hostOf(job, wishes, home);
    const asking = { wishes, model: job.inputs.model, host };
    const context = { ...read, notes: [...read.notes, ...notesOfAsking(asking)] };
    const outcome = await propose({ ...asking, context, home, judge, deadline });
    host?.leave(outcome.proposal);
    return { kind: 'proposed', trigger, context, outcome, notes: host?.notes() ?? [], keptAnswers: host?.hits() ?? 0 };
  } catch (thrown) {
    return { kind: 'failed', trigger, error: toActionError(thrown) };
  }
}

/** Of a comment: nothing is read for whoever may not command. Whether a bot is served stands in the configuration, which is not read for help. */
function isByPerson(trigger: EventTrigger): boolean {
  return trigger.kind === 'comment' && !trigger.comment.author.isBot;
}
