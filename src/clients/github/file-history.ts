import * as z from 'zod/mini';
import { ActionError } from '../../domain/errors.ts';
import type { RepositoryName } from '../../domain/event.ts';
import { decodeText } from '../../domain/plain-text.ts';
import type { FileHistory } from '../../domain/repository.ts';
import { MOST_VERSIONS } from '../file-history.ts';
import type { GitHubClient } from './client.ts';

const QUERY = `query ($owner: String!, $name: String!, $commit: GitObjectID!, $path: String!) {
  repository(owner: $owner, name: $name) {
    object(oid: $commit) {
      ... on Commit {
        history(first: ${MOST_VERSIONS}, path: $path) { nodes { file(path: $path) { object { ... on Blob { text } } } } }
      }
    }
  }
}`;

const object = z.nullish(z.object({ text: z.nullish(z.string()) }));
const HistorySchema = z.object({
  repository: z.object({
    object: z.nullable(
      z.object({
        history: z.optional(
          z.object({ nodes: z.array(z.nullable(z.object({ file: z.nullable(z.object({ object })) }))) }),
        ),
      }),
    ),
  }),
});

/** What GitHub has of a commit and those before it, in one query for each file. A server that does not tell has none. */
export function apiHistory(client: GitHubClient, { owner, name }: RepositoryName, commit: string): FileHistory {
  return {
    versionsOf: async (path) => {
      const found = await client.query(QUERY, { owner, name, commit, path }, HistorySchema).catch(nothing);
      const nodes = found?.repository.object?.history?.nodes ?? [];
      return nodes.flatMap((node) => {
        const text = node?.file?.object?.text;
        const decoded = typeof text === 'string' ? decodeText(Buffer.from(text, 'utf8')) : null;
        return decoded?.kind === 'text' ? [decoded.text] : [];
      });
    },
  };
}

/** Without it a file that was edited stays as it is, which is better than no answer. */
function nothing(thrown: unknown): null {
  if (thrown instanceof ActionError) return null;
  throw thrown;
}
