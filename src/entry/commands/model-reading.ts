import { contextHere, type HereRequest } from '../../context/here.ts';
import type { Deadline } from '../../domain/deadline.ts';
import { toActionError } from '../../domain/errors.ts';
import type { ProjectProfile } from '../../domain/profile.ts';
import type { ModelInputs } from '../../domain/provider.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import { wishesOf } from '../../domain/wish.ts';
import { type ModelReading, readingOfAnswer, withoutModel } from '../../prompt/model/reading.ts';
import { askModel } from '../asking-model.ts';
import type { Home } from '../home.ts';

interface Asked extends Pick<HereRequest, 'git' | 'trees'> {
  readonly text: string;
  readonly model: ModelInputs;
  readonly profile: ProjectProfile;
  readonly deadline: Deadline;
  readonly home: Home;
}

/** What a model makes of a sentence; nothing of it is proven here. Throws what reading the repository does. */
export async function readByModel({ git, trees, text, model, profile, deadline, home }: Asked): Promise<ModelReading> {
  const context = await contextHere({ git, trees, base: null, head: null });
  const heard = wishesOf('command-line', text).map((wish) => ({
    ...wish,
    fate: { kind: 'asked', words: text } as const,
  }));
  const asking = { heard, model, context, home, host: null };
  try {
    const answer = await deadline.race(() => askModel(asking, profile, deadline));
    return readingOfAnswer(answer);
  } catch (thrown) {
    return withoutModel(toActionError(thrown), NO_USAGE);
  }
}
