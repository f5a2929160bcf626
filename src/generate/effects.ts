import type { Pipeline } from '../domain/pipeline.ts';
import type { Effect, UnderstoodRequest } from '../domain/proposal.ts';
import type { GenerationRequest } from '../domain/request.ts';
import { type GenerateInput, planned } from './generate.ts';

/** Each is planned once more, and of more intents than these nobody reads the list. */
const MOST = 20;

/**
 * What each intent that words came to has changed, over the layers below it and the intents before it; in their order, at most 20. A reason
 * or a comment is no change. Pure.
 */
export function effectsOf(
  inputOf: (stack: readonly GenerationRequest[]) => GenerateInput,
  understood: readonly UnderstoodRequest[],
): Effect[] {
  return understood.flatMap((one) => effectsOfOne((stack) => planned(inputOf(stack)), one)).slice(0, MOST);
}

function effectsOfOne(
  plan: (stack: readonly GenerationRequest[]) => Planned,
  { request, over }: UnderstoodRequest,
): Effect[] {
  const intents = request.intents.slice(0, MOST);
  const plans = [...intents.keys(), intents.length].map((count) =>
    plan([...over, { version: 1, intents: intents.slice(0, count) }]),
  );
  return intents.flatMap((intent, index) => {
    const [before, after] = plans.slice(index);
    return before && after ? [{ intent, does: difference(before, after) }] : [];
  });
}

type Planned = ReturnType<typeof planned>;

function difference(before: Planned, after: Planned): Effect['does'] {
  if (shapeOf(before) !== shapeOf(after)) return 'changes';
  const wasLeftOut = leftOut(before);
  return [...leftOut(after)].some((wish) => !wasLeftOut.has(wish)) ? 'left-out' : 'nothing';
}

/** What the repository shows by itself may be left out already: who asks for it as well has another wish. */
function leftOut({ pipeline }: Planned): ReadonlySet<string> {
  return new Set(pipeline.unsupported.map(({ intent, why }) => JSON.stringify([intent, why])));
}

function shapeOf({ pipeline, release }: Planned): string {
  return JSON.stringify([pipeline, release], (key, value) => (REASONS.has(key) ? undefined : value));
}

/** What tells a person why, and does nothing. */
const REASONS: ReadonlySet<string> = new Set<keyof Pipeline | keyof Pipeline['jobs'][number]>([
  'because',
  'comments',
  'unsupported',
]);
