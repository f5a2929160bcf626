import { readJson } from '../formats/json.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Body, Call } from './body.ts';
import { ownShell } from './own-shell.ts';

/** Names of tasks, and nothing by which some packages are left out. */
const NAMES = /^turbo (?:run )?([\w:-]{1,60}(?: [\w:-]{1,60}){0,19})$/;

/** What turbo runs for the names of tasks at the root of a workspace: the root's own scripts where `//#name` says so. (turborepo.dev, "Registering Root Tasks") */
export function turboBody(snapshot: Snapshot, { run, directory }: Call): Body | null {
  const [, names] = NAMES.exec(run) ?? [];
  const file = joinPath(directory, 'turbo.json');
  if (names === undefined || file === null || !snapshot.has(file)) return null;
  const { value: turbo } = readJson(snapshot, file);
  const { value: root } = readJson(snapshot, joinPath(directory, 'package.json') ?? '');
  const [manager = ''] = (root.text(['packageManager']) ?? '').split('@');
  if (!/^(?:npm|pnpm|yarn|bun)$/.test(manager)) return null;
  const own = names.split(' ').filter((name) => root.text(['scripts', name]) !== null);
  const lines = own.flatMap((name) => {
    const table = ['tasks', 'pipeline'].find((key) => turbo.keys([key]).includes(`//#${name}`));
    return table === undefined ? [] : [{ text: `${manager} run ${name}`, number: turbo.lineOf([table, `//#${name}`]) }];
  });
  const counted = lines.flatMap((line) => ownShell(line, directory));
  return { file, directory, before: [], counted, lines };
}
