import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { foldersOf, programIn } from '../programs.ts';

/**
 * A PATH whose `tar` stays inside of the folder that it unpacks to. The client of the cache unpacks with `-P`: an entry that somebody else
 * has written could then put files anywhere on the runner. Without `-P` GNU tar and bsdtar both leave out what begins with a slash or goes up
 * by `..`, and follow no link that they have just made. Null where there is no tar that can be held so.
 */
export function safeTar(path: string): ({ readonly path: string } & Disposable) | null {
  if (process.platform === 'win32') return null;
  const folders = foldersOf(path);
  const names = ['tar', 'gtar'].flatMap((name) => {
    const program = programIn(folders, name);
    return program === null ? [] : [{ name, program }];
  });
  if (!names.some(({ name }) => name === 'tar')) return null;
  const own = mkdtempSync(join(tmpdir(), 'agent-generate-tar-'));
  for (const { name, program } of names) writeFileSync(join(own, name), scriptFor(program), { mode: 0o755 });
  return {
    path: [own, ...folders].join(delimiter),
    [Symbol.dispose]: () => rmSync(own, { recursive: true, force: true }),
  };
}

function scriptFor(program: string): string {
  return [
    '#!/bin/sh',
    'for word; do',
    '  shift',
    '  [ "$word" = -P ] || set -- "$@" "$word"',
    'done',
    `exec '${program.replaceAll("'", "'\\''")}' "$@"`,
    '',
  ].join('\n');
}
