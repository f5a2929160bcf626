import { ActionError } from '../domain/errors.ts';
import type { Git } from '../domain/git.ts';
import type { ChangedFile, ChangeStatus } from '../domain/repository.ts';
import { byCodeUnit } from '../domain/text.ts';

/**
 * The files that differ between the commit `from` and the commit `to`, or the work tree where `to` is null; below `prefix` alone, and
 * named from there. Untracked files are the caller's to add. Throws GIT_FAILED.
 */
export async function readDifference(
  git: Git,
  { from, to }: { readonly from: string; readonly to: string | null },
): Promise<ChangedFile[]> {
  // `diff-index` would take a file that was only touched for a changed one; `diff` looks into it.
  const [command, ...revisions] = to === null ? (['diff', from] as const) : (['diff-tree', '-r', from, to] as const);
  const { exitCode, stdout, stderr } = await git.run([
    ...(to === null ? ['-c', 'diff.autoRefreshIndex=true'] : []),
    command,
    '--raw',
    '-z',
    '-M',
    '--no-ext-diff',
    '--no-textconv',
    '--ignore-submodules=all',
    '--relative',
    ...revisions,
  ]);
  if (exitCode !== 0)
    throw new ActionError('GIT_FAILED', `git could not compare with ${from.slice(0, 12)}: ${stderr.split('\n')[0]}.`);
  return parseRaw(Buffer.from(stdout).toString('utf8').split('\0')).sort((a, b) => byCodeUnit(a.path, b.path));
}

/** `:<mode> <mode> <id> <id> <letter><score>` and one path, or two for a rename, each ended by NUL. */
function parseRaw(fields: readonly string[]): ChangedFile[] {
  const files: ChangedFile[] = [];
  for (let at = 0; at < fields.length; ) {
    const [before = '', after = '', oldId = '', newId = '', letter = ''] = (fields[at] ?? '').slice(1).split(' ');
    const path = fields[at + 1];
    if (letter === '' || path === undefined) break;
    const renamed = /^[RC]/.test(letter);
    const target = renamed ? fields[at + 2] : undefined;
    const onlyMode = letter === 'M' && before !== after && oldId === newId;
    files.push(
      target === undefined
        ? { path, status: onlyMode ? 'mode-changed' : statusOf(letter) }
        : { path: target, status: 'renamed', previousPath: path },
    );
    at += renamed ? 3 : 2;
  }
  return files;
}

function statusOf(letter: string): ChangeStatus {
  if (letter === 'A') return 'added';
  if (letter === 'D') return 'removed';
  return 'modified';
}
