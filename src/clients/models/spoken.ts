import { ActionError } from '../../domain/errors.ts';

/** After which an SDK would end by itself: later than anything here. */
export const MOST_MILLISECONDS = 3_600_000;

/** What an SDK gave, or the ActionError inside of what it threw. Everything else that it throws is an answer that it could not read. */
export async function spoken(speaking: Promise<unknown>, host: string): Promise<unknown> {
  try {
    return await speaking;
  } catch (thrown) {
    const error = innermost(thrown);
    if (error instanceof ActionError) throw error;
    throw new ActionError('MODEL_ANSWER_INVALID', `what ${host} answered is no JSON.`, { cause: thrown });
  }
}

function innermost(thrown: unknown): unknown {
  return thrown instanceof Error && !(thrown instanceof ActionError) && thrown.cause !== undefined
    ? innermost(thrown.cause)
    : thrown;
}

/** The first terms that the server does not refuse; what it refuses of the last ones is thrown. */
export async function firstTaken<T>(terms: readonly T[], ask: (terms: T) => Promise<unknown>): Promise<unknown> {
  const [first, ...others] = terms;
  if (first === undefined) throw new Error('there are no terms to ask by');
  try {
    return await ask(first);
  } catch (thrown) {
    const isRefused = thrown instanceof ActionError && thrown.code === 'MODEL_REQUEST_REFUSED';
    if (!isRefused || others.length === 0) throw thrown;
    return firstTaken(others, ask);
  }
}
