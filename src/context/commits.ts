import type { Git } from '../domain/git.ts';

/** Which of these commits git has here, whole or as the edge of a shallow clone. */
export async function presentCommits(git: Git, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { stdout } = await git.run(['cat-file', '--batch-check'], Buffer.from(`${ids.join('\n')}\n`));
  const lines = Buffer.from(stdout).toString('utf8').split('\n');
  return new Set(lines.flatMap((line) => /^([0-9a-f]+) commit /.exec(line)?.[1] ?? []));
}

/** The parents that a commit names, though a shallow clone has none of them. */
export async function parentsOf(git: Git, commit: string): Promise<string[]> {
  const { stdout } = await git.run(['cat-file', 'commit', commit]);
  const [header = ''] = Buffer.from(stdout).toString('utf8').split('\n\n');
  return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, id = '']) => id);
}

/** The last commit that both have in their history; null where none is known here. */
export async function findMergeBase(git: Git, one: string, other: string): Promise<string | null> {
  const { exitCode, stdout } = await git.run(['merge-base', one, other]);
  const commit = Buffer.from(stdout).toString('utf8').trim();
  return exitCode === 0 && commit !== '' ? commit : null;
}
