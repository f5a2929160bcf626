import { groupedBy } from '../../domain/grouped.ts';
import { inEnvironment } from '../harvest/before/environment-folder.ts';
import { joinedLines } from '../lines.ts';
import { oncePerFile } from '../once.ts';
import type { Snapshot } from '../snapshot.ts';
import { namesCalled } from '../tasks/called.ts';
import { MAKEFILES } from '../tasks/files.ts';
import { makeTargets, type OwnValue, ownValues } from '../tasks/make.ts';
import { withValues } from '../tasks/make-variables.ts';
import { type MakeLine, readMakefile } from '../tasks/makefile.ts';
import type { Body, Call } from './body.ts';
import { fileOf } from './file-of.ts';
import { exportedIn, isFile, isForgiving, type Target } from './make-settings.ts';
import { ownShell } from './own-shell.ts';

/** So many targets stand in one line in anybody's makefile. */
const MOST_NEEDED = 20;

/** What make runs for a target. */
export function makeBody(snapshot: Snapshot, { run, directory }: Call): Body | null {
  const names = namesCalled('make', run);
  const [name] = names;
  const file = name === undefined ? undefined : fileOf(snapshot, directory, MAKEFILES);
  if (name === undefined || file === undefined) return null;
  const many = { file, directory, before: names.map((one) => `make ${one}`), counted: [], lines: [] };
  return names.length > 1 ? many : targetBody(snapshot, { file, directory, name });
}

function targetBody(snapshot: Snapshot, { file, directory, name }: Target): Body | null {
  const { lines } = readMakefile(snapshot, file);
  const declared = targetsOf(snapshot, file).get(name) ?? [];
  const [only] = declared;
  if (only === undefined) return null;
  const own = ownValues(snapshot, file).get(name) ?? new Map<string, OwnValue>();
  const recipe = joinedLines(recipeBelow(lines, only.index)).map((line) => ({
    ...line,
    text: inEnvironment(withAutomatic(withValues(snapshot, file, line.text, own), lines[only.index]?.text ?? '')),
  }));
  // Of several rules only one has the recipe.
  const isOpen = declared.length > 1 || isForgiving(snapshot, file);
  const place = { file: only.file, ...(only.file === file ? {} : { from: file }), directory };
  if (isOpen) return { ...place, before: [], counted: [], lines: recipe };
  const [, needed = ''] = /^[^:]{1,300}::?(?!=)([^#|;]{0,500})/.exec(lines[only.index]?.text ?? '') ?? [];
  // What it needs has its values as well.
  const others = own.size > 0 ? [] : needed.split(/\s+/).slice(0, MOST_NEEDED);
  const exported = [...exportedIn(snapshot, file), ...exportedOf(own)];
  // What stands below the name of a file runs where that is old; what it needs is made before in any case. (GNU make manual, "How make Works")
  const isDone = isFile(snapshot, { file, directory, name });
  const counted = isDone ? [] : recipe.flatMap((line) => ownShell(line, directory));
  return {
    ...place,
    before: others.flatMap((other) => (other === '' || other === name ? [] : [`make ${other}`])),
    counted: counted.map((one) => ({ ...one, environment: new Map([...exported, ...one.environment]) })),
    lines: recipe,
  };
}

/** What a target puts before its own commands. */
function exportedOf(own: ReadonlyMap<string, OwnValue>): [string, string][] {
  return [...own].flatMap(([name, { value, isExported }]) => (isExported ? [[name, value ?? `$(${name})`]] : []));
}

/** A recipe with the names of its target and of the first that this needs, where both are plain. (GNU make manual, "Automatic Variables") */
function withAutomatic(text: string, declared: string): string {
  const [, target, first] = /^([\w./-]{1,100}) ?::?(?!=)(?: ?([\w./-]{1,100}))?/.exec(declared) ?? [];
  return text.replace(/(?<!\$)\$([@<])/g, (whole, sign) => (sign === '@' ? target : first) ?? whole);
}

/** The rules of each target. */
const targetsOf = oncePerFile((snapshot, file) => groupedBy(makeTargets(snapshot, file), ({ name }) => name));

/** Each line of a recipe has a shell of its own. (GNU make manual, "Recipe Execution") */
function recipeBelow(lines: readonly MakeLine[], rule: number): MakeLine[] {
  const recipe: MakeLine[] = [];
  for (let at = rule + 1; lines[at]?.text.startsWith('\t'); at += 1) recipe.push(lines[at] as MakeLine);
  return recipe;
}
