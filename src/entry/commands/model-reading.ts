import { readContext, type Trees } from '../../context/context.ts';
import { type FolderTrees, findPlace } from '../../context/place.ts';
import type { Deadline } from '../../domain/deadline.ts';
import { toActionError } from '../../domain/errors.ts';
import type { Git } from '../../domain/git.ts';
import type { LayerAnswer } from '../../domain/layer.ts';
import type { ProjectProfile } from '../../domain/profile.ts';
import type { Fallback } from '../../domain/proposal.ts';
import type { ModelInputs } from '../../domain/provider.ts';
import type { RepositoryContext } from '../../domain/repository.ts';
import type { GenerationRequest, Question } from '../../domain/request.ts';
import { NO_USAGE, type Usage } from '../../domain/usage.ts';
import { wishesOf } from '../../domain/wish.ts';
import { askModel } from '../asking-model.ts';
import type { Home } from '../home.ts';

export interface ModelReading {
  /** Null where the model has failed: `fallback` says why. */
  readonly reading: {
    readonly request: GenerationRequest;
    readonly questions: readonly Question[];
    readonly refused: readonly { readonly rule: string; readonly message: string }[];
  } | null;
  readonly fallback: Fallback | null;
  readonly usage: Usage;
}

interface Asked {
  readonly git: Git;
  readonly trees: Trees & FolderTrees;
  readonly text: string;
  readonly model: ModelInputs;
  readonly profile: ProjectProfile;
  readonly deadline: Deadline;
  readonly home: Home;
}

/** What a model makes of a sentence; nothing of it is proven here. Throws what reading the repository does. */
export async function readByModel({ git, trees, text, model, profile, deadline, home }: Asked): Promise<ModelReading> {
  const context = (await findPlace(git)) === null ? folderContext(trees) : await readContext({ git, trees, ...HERE });
  const asking = { wishes: wishesOf('command-line', text), model, context, home, host: null };
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

const HERE = { base: null, head: null };
const NOTHING: GenerationRequest = { version: 1, intents: [] };

function readingOf(answer: LayerAnswer): ModelReading['reading'] {
  switch (answer.kind) {
    case 'request':
      return { request: answer.request, questions: [], refused: [] };
    case 'questions':
      return { request: NOTHING, questions: answer.questions, refused: [] };
    case 'refused':
      return {
        request: NOTHING,
        questions: [],
        refused: answer.findings.map(({ rule, message }) => ({ rule, message })),
      };
  }
}

function folderContext(trees: FolderTrees): RepositoryContext {
  const tree = trees.directory();
  const unknown = {
    baseTree: null,
    configuration: null,
    base: null,
    head: null,
    defaultBranch: null,
    changedFiles: null,
  };
  const trigger = { kind: 'command-line' } as const;
  return { trigger, tree, wholeTree: tree, ...unknown, histories: [], findings: [], notes: [] };
}
