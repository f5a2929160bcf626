import type { Checkout } from '../../clients/checkout.ts';
import { contextHere } from '../../context/here.ts';
import type { Read } from '../../deliver/terminal/reading.ts';
import type { Deadline } from '../../domain/deadline.ts';
import { toActionError } from '../../domain/errors.ts';
import type { ProjectProfile } from '../../domain/profile.ts';
import type { Fallback } from '../../domain/proposal.ts';
import type { ModelInputs } from '../../domain/provider.ts';
import { NO_USAGE, type Usage } from '../../domain/usage.ts';
import { wishesOf } from '../../domain/wish.ts';
import { askModel } from '../asking-model.ts';
import type { Home } from '../home.ts';
import { readingOf } from './reading-of.ts';

export interface ModelReading {
  /** Null where the model has failed: `fallback` says why. */
  readonly reading: Read | null;
  readonly fallback: Fallback | null;
  readonly usage: Usage;
}

interface Asked extends Pick<Checkout, 'git' | 'trees'> {
  readonly text: string;
  readonly model: ModelInputs;
  readonly profile: ProjectProfile;
  readonly deadline: Deadline;
  readonly home: Home;
}

/** What a model makes of a sentence; nothing of it is proven here. Throws what reading the repository does. */
export async function readByModel({ git, trees, text, model, profile, deadline, home }: Asked): Promise<ModelReading> {
  const asking = { wishes: wishesOf('command-line', text), model, context: await contextHere(git, trees), home };
  // The rest is for our own reader, where the model is late.
  const most = deadline.within(deadline.remaining() * 0.8);
  try {
    const answer = await most.race(() => askModel(asking, profile, most));
    return { reading: readingOf(answer), fallback: null, usage: answer.usage };
  } catch (thrown) {
    const { code, message } = toActionError(thrown);
    const fallback = { code, message: `The model was left out, and the words were read without it: ${message}` };
    return { reading: null, fallback, usage: NO_USAGE };
  }
}
