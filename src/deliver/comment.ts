import { toActionError } from '../domain/errors.ts';
import type { Conversation, PostedComment } from '../domain/github.ts';
import type { Receipt } from '../domain/receipt.ts';
import { isMarked, supersededBody } from './github/marker.ts';

/** What is to be said. Both bodies begin with the marker. */
export interface Saying {
  /** What begins our comment, and no other one of ours: see `markerOf`. */
  readonly marker: string;
  readonly body: string;
  /** Nothing has changed: said only where a comment of ours stands that says otherwise. */
  readonly isNews: boolean;
}

/**
 * Says it in the one comment of a pull request: the oldest that is ours is edited, and where there is none one is created. Never throws:
 * what GitHub refuses is a receipt that says so, and no write is made only to find out.
 */
export async function sayOnce(conversation: Conversation, saying: Saying): Promise<Receipt> {
  try {
    // Anybody can copy our marker: only what our own token has written is ours.
    const own = (await conversation.list()).filter(({ isOwn, body }) => isOwn && isMarked(body, saying.marker));
    return await place(conversation, saying, own);
  } catch (thrown) {
    return notWritten(thrown);
  }
}

/** A comment that could not be written: why, and what to do. */
export function notWritten(thrown: unknown): Receipt {
  const { code, message, help } = toActionError(thrown);
  return { kind: 'not-delivered', code, reason: `The comment was not written: ${message} ${help}` };
}

async function place(conversation: Conversation, saying: Saying, own: readonly PostedComment[]): Promise<Receipt> {
  const [oldest, ...others] = own;
  if (!oldest) return saying.isNews ? create(conversation, saying) : { kind: 'silent', why: null };
  if (isSame(oldest.body, saying.body)) return keep(conversation, oldest, others);
  const edited = await conversation.update(oldest.id, saying.body);
  // Deleted since it was listed: the next one takes its place.
  if (!edited) return place(conversation, saying, others);
  return { kind: 'delivered', how: 'edited', url: edited.url, notes: await supersede(conversation, edited, others) };
}

async function create(conversation: Conversation, { body }: Saying): Promise<Receipt> {
  const { url } = await conversation.create(body);
  return { kind: 'delivered', how: 'created', url, notes: [] };
}

async function keep(
  conversation: Conversation,
  kept: PostedComment,
  others: readonly PostedComment[],
): Promise<Receipt> {
  return { kind: 'delivered', how: 'kept', url: kept.url, notes: await supersede(conversation, kept, others) };
}

/** Two runs at once have each created one. All but the oldest end as a line that points to it. Gives what was left undone. */
async function supersede(
  conversation: Conversation,
  kept: PostedComment,
  others: readonly PostedComment[],
): Promise<string[]> {
  try {
    for (const { id } of others) await conversation.update(id, supersededBody(kept.url));
    return [];
  } catch (thrown) {
    return [`An older comment of ours still stands beside the one that is kept: ${toActionError(thrown).message}`];
  }
}

/** GitHub may give line ends as a browser sends them, and takes white space off the end. */
function isSame(posted: string, body: string): boolean {
  return posted.replaceAll('\r\n', '\n').trimEnd() === body.trimEnd();
}
