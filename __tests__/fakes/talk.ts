import { ActionError } from '../../src/domain/errors.ts';
import type { PostedComment, PullRequestText, Remote } from '../../src/domain/github.ts';
import { pullRequestOf } from './triggers.ts';

export const OCTOCAT = { login: 'octocat', isBot: false };

/** A comment of somebody, in everything that is not given. */
export function commentOf(id: number, body: string, given: Partial<PostedComment> = {}): PostedComment {
  const url = `https://github.com/acme/shop/pull/2#issuecomment-${id}`;
  return { id, body, url, isOwn: false, author: OCTOCAT, association: 'MEMBER', isEdited: false, ...given };
}

export interface Talk {
  /** Absent: they cannot be read. */
  readonly comments?: readonly PostedComment[];
  /** Of the pull request, now; absent: it cannot be read. */
  readonly text?: PullRequestText;
  /** Who may write; of all others GitHub says that they may not. */
  readonly writers?: readonly string[];
}

/** GitHub, as far as people talk there. */
export function talkRemote({ comments, text, writers = [] }: Talk): Remote & { readonly asked: string[] } {
  const asked: string[] = [];
  const down = async () => {
    throw new ActionError('GITHUB_UNREACHABLE', 'it is down.');
  };
  const never = () => {
    throw new Error('nobody asks for this here');
  };
  return {
    asked,
    tree: never,
    history: never,
    commitOf: never,
    mayWrite: async (login) => {
      asked.push(login);
      return login === 'nobody-knows' ? down() : writers.includes(login);
    },
    pullRequest: () => ({
      state: never,
      changedFiles: never,
      details: async () => pullRequestOf({ text: text?.text ?? '' }),
      comments: async () => comments ?? down(),
      text: async () => text ?? down(),
    }),
  };
}
