import * as z from 'zod/mini';
import { ActionError } from '../../domain/errors.ts';
import type { Actor, RepositoryName } from '../../domain/event.ts';
import type { PullRequestText } from '../../domain/github.ts';
import type { GitHubClient } from './client.ts';

const account = z.nullish(z.object({ login: z.string(), __typename: z.string() }));
type Account = z.infer<typeof account>;

const TextSchema = z.object({
  repository: z.nullable(
    z.object({
      pullRequest: z.nullable(
        z.object({ body: z.string(), author: account, editor: account, lastEditedAt: z.nullable(z.string()) }),
      ),
    }),
  ),
});

const QUERY = `query ($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) { body author { login __typename } editor { login __typename } lastEditedAt }
  }
}`;

/** The REST API does not tell that the text of a pull request was edited, nor by whom. Throws the codes that begin with `GITHUB_`. */
export async function pullRequestText(
  client: GitHubClient,
  { owner, name }: RepositoryName,
  number: number,
): Promise<PullRequestText> {
  const { repository } = await client.query(QUERY, { owner, name, number }, TextSchema);
  const told = repository?.pullRequest;
  if (!told) throw new ActionError('GITHUB_NOT_FOUND', `POST /graphql: there is no pull request #${number}.`);
  const { body: text, author, editor, lastEditedAt } = told;
  return { text, author: actorOf(author), editor: actorOf(editor), isEdited: lastEditedAt !== null };
}

/** GraphQL names a bot without the end `[bot]` that it has everywhere else. */
function actorOf(told: Account): Actor | null {
  if (!told) return null;
  const isBot = told.__typename === 'Bot';
  return { login: isBot && !told.login.endsWith('[bot]') ? `${told.login}[bot]` : told.login, isBot };
}
