import { ActionError } from '../../domain/errors.ts';
import type { Told } from './setting.ts';

/** What asking came to, as data that may leave a thread. */
export async function toldOf(asking: () => Promise<unknown>): Promise<Told> {
  try {
    return { kind: 'reply', reply: await asking() };
  } catch (thrown) {
    if (!(thrown instanceof ActionError)) throw thrown;
    return { kind: 'fault', code: thrown.code, message: thrown.message };
  }
}
