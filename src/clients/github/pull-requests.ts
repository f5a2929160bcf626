import * as z from 'zod/mini';
import type { RepositoryName } from '../../domain/event.ts';
import type { PullRequestReader } from '../../domain/github.ts';
import { pullRequestOf } from '../../domain/pull-request.ts';
import type { ChangedFile, ChangeStatus } from '../../domain/repository.ts';
import { byCodeUnit } from '../../domain/text.ts';
import type { GitHubClient } from './client.ts';

const account = z.object({ login: z.string(), type: z.string() });

const PullRequestSchema = z.object({
  number: z.int(),
  state: z.string(),
  user: account,
  draft: z._default(z.boolean(), false),
  body: z.nullish(z.string()),
  labels: z.array(z.object({ name: z.string() })),
  head: z.object({
    sha: z.string(),
    ref: z.string(),
    repo: z.nullable(z.object({ name: z.string(), owner: z.object({ login: z.string() }) })),
  }),
  base: z.object({ sha: z.string(), ref: z.string() }),
  changed_files: z.int(),
});
type Answer = z.infer<typeof PullRequestSchema>;

const FileSchema = z.object({
  filename: z.string(),
  status: z.enum(['added', 'removed', 'modified', 'renamed', 'copied', 'changed', 'unchanged']),
  previous_filename: z.optional(z.string()),
});
type File = z.infer<typeof FileSchema>;

/** GitHub lists no more, whatever the pull request has. (docs.github.com, "List pull requests files") */
const MAX_FILES = 3000;

/** What was told of it last is used again for the list of its files; `state` is always asked for anew. */
export function pullRequestReader(client: GitHubClient, repository: RepositoryName, number: number): PullRequestReader {
  const place = { owner: repository.owner, repo: repository.name, pull_number: number };
  let last: Promise<Answer> | undefined;
  const ask = () => {
    last = client.read('GET /repos/{owner}/{repo}/pulls/{pull_number}', place, PullRequestSchema);
    return last;
  };
  return {
    details: async () => pullRequestOf(await (last ?? ask())),
    state: async () => {
      const { head, state, labels } = await ask();
      return { headCommit: head.sha, isOpen: state === 'open', labels: labels.map(({ name }) => name) };
    },
    changedFiles: async () => {
      const { changed_files: count } = await (last ?? ask());
      // Of a pull request that is too large GitHub counts no files at all. (seen with one of 5,924 files)
      if (count === 0 || count > MAX_FILES) return null;
      const pages = { items: z.array(FileSchema), limit: MAX_FILES / 100 };
      const files = await client.readPages('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', place, pages);
      return files && completeList(files, count);
    },
  };
}

/**
 * Null where names are missing. Past some 20,000 lines GitHub leaves out what has changed in a file, and counts none; the entry
 * itself is there all the same, so it is names and statuses alone that we go by.
 */
function completeList(files: readonly File[], count: number): ChangedFile[] | null {
  if (new Set(files.map(({ filename }) => filename)).size !== count) return null;
  return files.flatMap(changedFiles).sort((a, b) => byCodeUnit(a.path, b.path));
}

/** None where nothing of it has changed. */
const STATUSES: Readonly<Record<File['status'], ChangeStatus | null>> = {
  added: 'added',
  copied: 'added',
  removed: 'removed',
  renamed: 'renamed',
  modified: 'modified',
  changed: 'modified',
  unchanged: null,
};

function changedFiles({ filename: path, status: told, previous_filename: previousPath }: File): ChangedFile[] {
  const status = STATUSES[told];
  if (status === null) return [];
  return [{ path, status, ...(status === 'renamed' && previousPath !== undefined ? { previousPath } : {}) }];
}
