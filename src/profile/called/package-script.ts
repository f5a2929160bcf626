import { workflowsOf } from '../ci/automation.ts';
import { readJson } from '../formats/json.ts';
import { firstMatch, type Line } from '../lines.ts';
import { nearest } from '../nearest.ts';
import { oncePerSnapshot } from '../once.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { namesCalled } from '../tasks/called.ts';
import type { Body, Call } from './body.ts';
import { withNamedScripts } from './many-scripts.ts';
import { ownShell } from './own-shell.ts';
import { commandKey } from './same.ts';

/** What a package manager runs for the name of a script, in any of its spellings. */
export function packageScriptBody(snapshot: Snapshot, call: Call): Body | null {
  if (!/^(?:npm|pnpm|yarn|bun) /.test(call.run)) return null;
  const [, run = ''] = commandKey(call).split('\0');
  const [name] = namesCalled('script', run);
  const file = joinPath(call.directory, 'package.json');
  if (name === undefined || file === null || !snapshot.has(file)) return null;
  const { value } = readJson(snapshot, file);
  if (value.text(['scripts', name]) === null) return null;
  const lines = around(snapshot, name, { run, directory: call.directory }).flatMap((one) => {
    const text = value.text(['scripts', one]);
    return text === null ? [] : [{ text: text.trim(), number: value.lineOf(['scripts', one]) }];
  });
  const { directory } = call;
  const [manager = ''] = run.split(' ', 1);
  const counted = lines
    .filter(isWhole)
    .flatMap((line) => ownShell(line, directory))
    .flatMap((command) => withNamedScripts(command, { manager, manifest: value }));
  return { file, directory, before: [], counted, lines: lines.map(shortened) };
}

/** What of a script is looked at. */
const MOST = 2_000;

function isWhole({ text }: Line): boolean {
  return text.length <= MOST && !text.includes('\n');
}

function shortened({ text, number }: Line): Line {
  return { text: text.slice(0, MOST), number };
}

/** A script with those that run before and after it. (docs.npmjs.com, "scripts"; pnpm.io, "enablePrePostScripts"; bun.sh, "bun run") */
function around(snapshot: Snapshot, name: string, { run, directory }: Call): string[] {
  const isLone = run.startsWith('yarn ')
    ? !isClassic(snapshot, directory)
    : run.startsWith('pnpm ') && !isNewPnpm(snapshot, directory);
  return isLone || isTold(snapshot, directory) ? [name] : [`pre${name}`, name, `post${name}`];
}

/** Yarn runs nothing around a script since its second release, whose lock files begin otherwise. (yarnpkg.com, "Lifecycle Scripts") */
function isClassic(snapshot: Snapshot, directory: string): boolean {
  const lockfile = nearest(snapshot, directory, ['yarn.lock']);
  return lockfile !== null && firstMatch(snapshot.text(lockfile) ?? '__metadata:', /^__metadata:/) === null;
}

/** pnpm runs them since its ninth release, whose lock files begin so, unless its settings say otherwise. (pnpm.io, "enablePrePostScripts") */
function isNewPnpm(snapshot: Snapshot, directory: string): boolean {
  const text = (name: string) => snapshot.text(nearest(snapshot, directory, [name]) ?? '') ?? '';
  const isNew = /^lockfileVersion: ["']?(?:9|[1-9]\d)\./m.test(text('pnpm-lock.yaml').slice(0, 1_000));
  return isNew && !/^enablePrePostScripts:\s{0,8}false\b/m.test(text('pnpm-workspace.yaml'));
}

/** Whether settings that are not read here, or a pipeline, may have managers leave such scripts out. (docs.npmjs.com, "ignore-scripts") */
function isTold(snapshot: Snapshot, directory: string): boolean {
  return nearest(snapshot, directory, ['.npmrc', 'bunfig.toml', '.yarnrc']) !== null || leavesOut(snapshot);
}

const leavesOut = oncePerSnapshot((snapshot: Snapshot) =>
  workflowsOf(snapshot).some((file) => /ignore[-_]scripts/i.test(snapshot.text(file) ?? '')),
);
