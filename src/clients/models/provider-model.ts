import * as z from 'zod/mini';
import type { Deadline } from '../../domain/deadline.ts';
import { ActionError, ERROR_CATALOGUE, type ErrorCode } from '../../domain/errors.ts';
import type { Conversation, Model } from '../../domain/model.ts';
import type { ModelAccess } from '../../domain/provider.ts';
import { threadModel } from '../thread-model.ts';
import type { ModelSetting } from './setting.ts';

export interface ProviderModel {
  readonly access: ModelAccess;
  /** What is left of it is told to the thread, which says more clearly what it waited for than whoever ends it. */
  readonly deadline: Deadline;
  readonly proxies: ModelSetting['proxies'];
}

/** What the thread is given less, so that its own word comes first. */
const MARGIN = 250;

/**
 * A model of a provider, asked by `program` (the built src/entry/models.ts) in a thread of its own: its SDK is loaded there alone. Rejects with
 * the codes that begin with `MODEL_`.
 */
export function providerModel(program: URL, { access, deadline, proxies }: ProviderModel): Model {
  return {
    reply: async (conversation: Conversation, signal: AbortSignal) => {
      const left = deadline.remaining();
      const endsAt = performance.now() + left - Math.min(MARGIN, left / 10);
      const setting: ModelSetting = { access, endsAt, proxies };
      return heard(await threadModel(program, setting).reply(conversation, signal), access.key);
    },
  };
}

const codes = Object.keys(ERROR_CATALOGUE) as [ErrorCode, ...ErrorCode[]];
const ToldSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reply'), reply: z.unknown() }),
  z.object({ kind: z.literal('fault'), code: z.enum(codes), message: z.string() }),
]);

/** Characters of what a server has said. */
const MOST_SHOWN = 300;

/** Whoever is asked has seen the key, and may say it again; what models say goes to public pages. */
function heard(told: unknown, key: string | null): unknown {
  const heard = ToldSchema.parse(key === null ? told : without(told, key));
  if (heard.kind === 'reply') return heard.reply;
  const { message } = heard;
  throw new ActionError(heard.code, message.length > MOST_SHOWN ? `${message.slice(0, MOST_SHOWN)}…` : message);
}

function without(told: unknown, key: string): unknown {
  if (typeof told === 'string') return told.replaceAll(key, '***');
  if (Array.isArray(told)) return told.map((it) => without(it, key));
  if (told === null || typeof told !== 'object') return told;
  return Object.fromEntries(
    Object.entries(told).map(([name, value]) => [name.replaceAll(key, '***'), without(value, key)]),
  );
}
