import * as z from 'zod/mini';
import { ActionError } from '../../domain/errors.ts';
import type { RepositoryName } from '../../domain/event.ts';
import type { Conversation, PostedComment } from '../../domain/github.ts';
import { type Author, authorship } from './authorship.ts';
import type { GitHubClient } from './client.ts';

const CommentSchema = z.object({
  id: z.int(),
  body: z.nullish(z.string()),
  html_url: z.string(),
  // Of accounts that are no longer there GitHub tells nothing.
  user: z.nullable(z.object({ login: z.string(), type: z.string() })),
  author_association: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
});
type Comment = z.infer<typeof CommentSchema>;

/** A hundred comments each: GitHub itself locks a conversation long before. */
const MAX_PAGES = 100;

/** The conversation of a pull request, which for GitHub is that of an issue. */
export function conversation(
  client: GitHubClient,
  { owner, name: repo }: RepositoryName,
  number: number,
): Conversation {
  const { isOwn } = authorship(client);
  const place = { owner, repo };
  return {
    list: async () => {
      const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
      const pages = { items: z.array(CommentSchema), limit: MAX_PAGES };
      const comments = await client.readPages(route, { ...place, issue_number: number }, pages);
      if (comments === null)
        throw new ActionError('GITHUB_INVALID', `Pull request #${number} has more comments than can be read.`);
      const owned = await Promise.all(comments.map(({ user }) => isOwn(authorOf(user))));
      return comments.map((comment, index) => posted(comment, owned[index] === true)).sort((a, b) => a.id - b.id);
    },
    create: async (body) => {
      const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
      return posted(await client.write(route, { ...place, issue_number: number, body }, CommentSchema), true);
    },
    update: async (id, body) => {
      const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
      try {
        return posted(await client.write(route, { ...place, comment_id: id, body }, CommentSchema), true);
      } catch (thrown) {
        if (thrown instanceof ActionError && thrown.code === 'GITHUB_NOT_FOUND') return null;
        throw thrown;
      }
    },
  };
}

function posted(comment: Comment, isOwn: boolean): PostedComment {
  const { id, body, html_url: url, user, author_association: association } = comment;
  const isEdited = comment.created_at !== comment.updated_at;
  return { id, body: body ?? '', isOwn, url, author: authorOf(user), association, isEdited };
}

function authorOf(user: Comment['user']): Author | null {
  return user && { login: user.login, isBot: user.type === 'Bot' };
}
