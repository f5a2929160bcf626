import { openCheckout } from '../../clients/checkout.ts';
import { whyNotServed } from '../../context/event/served.ts';
import { readEventContext } from '../../context/event-context.ts';
import { gather } from '../../context/words/gather.ts';
import { whyNoWriter } from '../../context/words/writer.ts';
import type { EventTrigger } from '../../domain/event.ts';
import { readEnvironment } from '../../inputs/environment.ts';
import { notesOfAsking } from '../asking.ts';
import { type Home, judgeOf } from '../home.ts';
import { lineDeadline } from './deadlines.ts';
import { githubOf } from './github.ts';
import { hear, withLost } from './hear.ts';
import type { Ending, Job } from './job.ts';
import { hostOf } from './lent.ts';

interface Asked {
  readonly job: Job;
  readonly home: Home;
  readonly trigger: EventTrigger;
  readonly defaultBranch: string;
}

/** What an event is answered with: whoever may not be served is let alone before anything is made. Throws what reading and the line throw. */
export async function answer({ job, home, trigger, defaultBranch }: Asked): Promise<Ending> {
  const deadline = lineDeadline(job);
  const { git, trees } = openCheckout({
    directory: job.runner.workspace,
    environment: readEnvironment(false).variables,
    deadline,
    isTrusted: true,
  });
  const remote = (await githubOf(job, deadline))?.remote ?? null;
  const stranger = await whyNoWriter(remote, trigger);
  if (stranger !== null) return { kind: 'not-served', trigger, why: stranger };
  await using judge = judgeOf(home);
  const [read, early, { propose }] = await Promise.all([
    readEventContext({ git, trees, remote, trigger, defaultBranch }),
    // Whom only the configuration lets be served is read for once that is known.
    whyNotServed(trigger) === null ? gather(remote, trigger, deadline) : null,
    import('../commands/proposal.ts'),
  ]);
  const bots = read.configuration?.settings.bots ?? [];
  const why = whyNotServed(trigger, bots);
  if (why !== null) return { kind: 'not-served', trigger, why };
  const heard = hear(job, trigger, { gathered: early ?? (await gather(remote, trigger, deadline)), bots });
  if (heard.unheard !== null) return { kind: 'not-served', trigger, why: heard.unheard };
  await using host = await hostOf(job, heard.wishes, home);
  const asking = { wishes: heard.wishes, model: job.inputs.model, host };
  const context = { ...read, notes: [...read.notes, ...notesOfAsking(asking)] };
  const outcome = await propose({ ...asking, context, home, judge, deadline });
  host?.leave(outcome.proposal);
  const lent = { notes: host?.notes() ?? [], keptAnswers: host?.hits() ?? 0 };
  return { kind: 'proposed', trigger, context, outcome: withLost(outcome, heard.lost), heard, ...lent };
}
