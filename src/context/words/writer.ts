import type { EventTrigger } from '../../domain/event.ts';
import type { PostedComment, Remote } from '../../domain/github.ts';
import { isAsking } from '../event/command.ts';
import type { PullRequestWishes } from './wishes.ts';

type CommentTrigger = Extract<EventTrigger, { kind: 'comment' }>;

/** Whether a comment has started the run that asks for something, or takes it back. */
export function isAskingTrigger(trigger: EventTrigger): trigger is CommentTrigger {
  return trigger.kind === 'comment' && isAsking(trigger.comment.body);
}

/**
 * Why the comment that started a run counts for nothing, as a sentence, by what GitHub says of its author; null where it may count. Asked
 * before anything is read: anybody can comment. Throws the codes that begin with `GITHUB_`.
 */
export async function whyNoWriter(remote: Remote | null, trigger: EventTrigger): Promise<string | null> {
  if (remote === null || !isAskingTrigger(trigger) || trigger.comment.author.isBot) return null;
  const { login } = trigger.comment.author;
  if (await remote.mayWrite(login)) return null;
  return `${login} has no write access to this repository, so nothing is done for what the comment says.`;
}

/** Why the comment that started a run is not heard after all, as a sentence: it was edited or deleted meanwhile, or hides something. */
export function whyUnheard(
  trigger: EventTrigger,
  unheard: PullRequestWishes['unheard'],
  comments: readonly Pick<PostedComment, 'id'>[],
): string | null {
  if (!isAskingTrigger(trigger)) return null;
  const { id } = trigger.comment;
  const why = unheard.get(id);
  if (why !== undefined) return `The comment is not heard: ${why}.`;
  return comments.some((comment) => comment.id === id)
    ? null
    : 'GitHub does not list the comment: it was deleted meanwhile, or is listed only later; then run the job again.';
}
