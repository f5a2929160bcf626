import { groupedBy } from '../../domain/grouped.ts';
import { joinedLines, type Line, linesOf } from '../lines.ts';
import { oncePerFile } from '../once.ts';
import { ancestors, directoryOf, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { namesCalled } from '../tasks/called.ts';
import { JUSTFILES } from '../tasks/files.ts';
import { justRecipes } from '../tasks/just.ts';
import type { Body, Call } from './body.ts';
import { fileOf } from './file-of.ts';
import { ownShell } from './own-shell.ts';

/** So many recipes stand in one line in anybody's justfile. */
const MOST_NEEDED = 20;

/** What just runs for a recipe. */
export function justBody(snapshot: Snapshot, { run, directory }: Call): Body | null {
  const [name] = namesCalled('just', run);
  const file = name === undefined ? undefined : fileOf(snapshot, directory, JUSTFILES);
  const declared = name === undefined || file === undefined ? [] : (recipesOf(snapshot, file).get(name) ?? []);
  const [only] = declared;
  if (file === undefined || only === undefined) return null;
  const lines = justfileLines(snapshot, file);
  const given = defaultsOf(lines[only.line - 1]?.text ?? '');
  const recipe = joinedLines(recipeBelow(lines, only.line)).map((line) => ({
    ...line,
    text: filled(line.text, given),
  }));
  const whole = { file, directory, before: [], counted: [], lines: recipe };
  const [, needed = ''] = /:(?!=)([^#]{0,500})/.exec(lines[only.line - 1]?.text ?? '') ?? [];
  const others = needed
    .trim()
    .split(/\s+/)
    .filter((other) => other !== '');
  const isPlain = others.length <= MOST_NEEDED && others.every((other) => /^[A-Za-z_][\w-]{0,99}$/.test(other));
  if (declared.length > 1 || !isPlain || isSet(snapshot, file) || isOfItsOwn(lines, only.line, recipe)) return whole;
  return {
    ...whole,
    before: others.map((other) => `just ${other}`),
    counted: recipe.flatMap((line) => ownShell(line, directory)),
  };
}

/** What a recipe's parameters are where it is called by its name alone: their defaults; of what may be left out, nothing. (just manual, "Recipe Parameters") */
function defaultsOf(declared: string): ReadonlyMap<string, string> {
  const [, parameters = ''] = /^@?[A-Za-z_][\w-]{0,99}([^:]{0,500}):/.exec(declared) ?? [];
  const found = parameters.matchAll(
    /(?<=\s)([*$]{0,2})([A-Za-z_][\w-]{0,60})(?:=(?:"([^"\\]{0,100})"|'([^']{0,100})'))?(?=\s|$)/g,
  );
  return new Map(
    [...found].flatMap(([, sign = '', name = '', double, single]) => {
      const value = double ?? single ?? (sign.includes('*') ? '' : undefined);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

function filled(text: string, given: ReadonlyMap<string, string>): string {
  if (given.size === 0) return text;
  return text
    .replace(/\{\{\s{0,4}([A-Za-z_][\w-]{0,60})\s{0,4}\}\}/g, (whole, name) => given.get(name) ?? whole)
    .trimEnd();
}

const justfileLines = oncePerFile((snapshot, file) => linesOf(snapshot.text(file) ?? ''));

/** The declarations of each recipe. */
const recipesOf = oncePerFile((snapshot, file) => groupedBy(justRecipes(snapshot, file), ({ name }) => name));

/** Shells that read a line of a recipe alike, told nothing but to be stricter or to say more. (just manual, "Configuring the Shell") */
const PLAIN_SHELL =
  /^set\s{1,8}shell\s{0,8}:=\s{0,8}\[\s{0,8}["'](?:\/(?:usr\/)?bin\/)?(?:ba|z|da)?sh["'](?:\s{0,8},\s{0,8}["'](?:-[ceuxo]{1,5}|pipefail)["']){1,6}\s{0,8},?\s{0,8}\]\s{0,8}(?:#|$)/;

/** Settings by which recipes run in another shell, at another place, or with what nobody has seen. (just manual, "Settings") */
const isSet = oncePerFile((snapshot, file) => {
  const text = snapshot.text(file) ?? '';
  const isElsewhere =
    /^(?:set\s{1,8}(?:working-directory|dotenv-(?!load\b)\w{1,20}|export|script-interpreter)\b|export\s|import\b)/m;
  const shells = text.match(/^set\s{1,8}shell\b.{0,200}/gm) ?? [];
  if (isElsewhere.test(text) || !shells.every((line) => PLAIN_SHELL.test(line))) return true;
  // Looked for in the folders above as well.
  const folders = ancestors(directoryOf(file));
  return (
    /^set\s{1,8}dotenv-load\b/m.test(text) && folders.some((folder) => snapshot.has(joinPath(folder, '.env') ?? ''))
  );
});

/** A recipe of another language, or one with attributes. (just manual, "Shebang Recipes" and "Attributes") */
function isOfItsOwn(lines: readonly Line[], line: number, [first]: readonly Line[]): boolean {
  if (/^\s*#!/.test(first?.text ?? '')) return true;
  let at = line - 2;
  while (PLAIN.test(lines[at]?.text ?? '')) at -= 1;
  return lines[at]?.text.startsWith('[') === true;
}

/** Attributes that say where a recipe is listed, and that it is there on Linux. */
const PLAIN = /^\[(?:private|unix|linux|(?:group|doc)(?:\(["'][^"']{0,200}["']\)|: ?["'][^"']{0,200}["']))\]\s{0,8}$/;

function recipeBelow(lines: readonly Line[], line: number): Line[] {
  const recipe: Line[] = [];
  for (let at = line; /^(?:[ \t]|$)/.test(lines[at]?.text ?? '-'); at += 1) recipe.push(lines[at] as Line);
  return recipe.filter(({ text }) => text.trim() !== '');
}
