import type { Git } from '../domain/git.ts';
import { textIn } from '../domain/plain-text.ts';
import type { FileHistory } from '../domain/repository.ts';
import { MANIFEST_LIMIT } from '../domain/tree.ts';
import { readBatch } from './objects-tree.ts';

/** So many versions are looked at. */
export const MOST_VERSIONS = 20;

/** So many commits are walked: a file of ours is not older than they are, or not found. */
const MOST_COMMITS = 10_000;

/** What git has here of a commit and those before it; a shallow clone has few. Paths are relative to git's directory. Throws GIT_FAILED. */
export function gitHistory(git: Git, commit: string): FileHistory {
  return {
    versionsOf: async (path) => {
      const commits = await commitsOf(git, commit, path);
      const blobs = await blobsIn(git, commits, path);
      const contents = await readBatch(git, blobs);
      return contents.flatMap(([, content]) => textIn(content) ?? []);
    },
  };
}

async function commitsOf(git: Git, commit: string, path: string): Promise<string[]> {
  const old = await idsOf(git, ['--max-count=1', `--skip=${MOST_COMMITS}`, commit]);
  const beyond = old.map((id) => `^${id}`);
  return idsOf(git, [`--max-count=${MOST_VERSIONS}`, commit, ...beyond, '--', path]);
}

async function idsOf(git: Git, args: readonly string[]): Promise<string[]> {
  const { exitCode, stdout } = await git.run(['rev-list', ...args]);
  return exitCode === 0
    ? (Buffer.from(stdout)
        .toString('latin1')
        .match(/^[0-9a-f]{40,64}$/gm) ?? [])
    : [];
}

/** Those that are files of a size that we would read; in their order, each once. */
async function blobsIn(git: Git, commits: readonly string[], path: string) {
  if (commits.length === 0) return [];
  const asked = Buffer.from(`${commits.map((commit) => `${commit}:./${path}`).join('\n')}\n`);
  const { stdout } = await git.run(['cat-file', '--batch-check'], asked);
  const found = Buffer.from(stdout)
    .toString('latin1')
    .matchAll(/^([0-9a-f]{40,64}) blob (\d+)$/gm);
  const ids = [...found].flatMap(([, id = '', size]) => (Number(size) <= MANIFEST_LIMIT ? [id] : []));
  return [...new Set(ids)].map((id) => ({ id, entry: { path: id, mode: 'file' as const } }));
}
