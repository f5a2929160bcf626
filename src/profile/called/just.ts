import { groupedBy } from '../../domain/grouped.ts';
import { joinedLines, type Line, linesOf } from '../lines.ts';
import { oncePerFile } from '../once.ts';
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
  const recipe = joinedLines(recipeBelow(lines, only.line));
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

const justfileLines = oncePerFile((snapshot, file) => linesOf(snapshot.text(file) ?? ''));

/** The declarations of each recipe. */
const recipesOf = oncePerFile((snapshot, file) => groupedBy(justRecipes(snapshot, file), ({ name }) => name));

/** Settings by which recipes run in another shell, at another place, or with what nobody has seen. (just manual, "Settings") */
const isSet = oncePerFile((snapshot, file) =>
  /^(?:set\s{1,8}(?:shell|working-directory|dotenv-\w{1,20}|export|script-interpreter)\b|export\s|import\b)/m.test(
    snapshot.text(file) ?? '',
  ),
);

/** A recipe of another language, or one with attributes. (just manual, "Shebang Recipes" and "Attributes") */
function isOfItsOwn(lines: readonly Line[], line: number, [first]: readonly Line[]): boolean {
  if (/^\s*#!/.test(first?.text ?? '')) return true;
  let at = line - 2;
  while (PLAIN.test(lines[at]?.text ?? '')) at -= 1;
  return lines[at]?.text.startsWith('[') === true;
}

/** Attributes that say where a recipe is listed. */
const PLAIN = /^\[(?:private|(?:group|doc)(?:\(["'][^"']{0,200}["']\)|: ?["'][^"']{0,200}["']))\]\s{0,8}$/;

function recipeBelow(lines: readonly Line[], line: number): Line[] {
  const recipe: Line[] = [];
  for (let at = line; /^(?:[ \t]|$)/.test(lines[at]?.text ?? '-'); at += 1) recipe.push(lines[at] as Line);
  return recipe.filter(({ text }) => text.trim() !== '');
}
