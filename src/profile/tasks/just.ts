import { type Line, linesOf } from '../lines.ts';
import type { Snapshot } from '../snapshot.ts';
import type { NamedTask } from './named.ts';

/** A name, parameters, a colon; not `:=`, which assigns. (just manual, "Quick Start" and "Recipe Parameters") */
const RECIPE = /^@?([A-Za-z_][\w-]*)((?:\s+[^\s:=]\S*)*)\s*:(?!=)/;

/** The recipes of a justfile that can be called without arguments, on Linux. */
export function justRecipes(snapshot: Snapshot, file: string): NamedTask[] {
  const lines = linesOf(snapshot.text(file) ?? '');
  return lines.flatMap(({ text, number }) => {
    const [, name = '', parameters = ''] = RECIPE.exec(text) ?? [];
    const needsArguments = parameters
      .trim()
      .split(/\s+/)
      .some((one) => one !== '' && !/[=*]/.test(one));
    return name === '' || /^(alias|set|import|mod|export)$/.test(name) || needsArguments || isForOthers(lines, number)
      ? []
      : [{ name, line: number }];
  });
}

/** Systems that have recipes of their own; those of Linux are `[linux]` and `[unix]`. (just manual, "Enabling and Disabling Recipes") */
const SYSTEMS = new Set(['android', 'dragonfly', 'freebsd', 'linux', 'macos', 'netbsd', 'openbsd', 'unix', 'windows']);

function isForOthers(lines: readonly Line[], declared: number): boolean {
  const systems = attributesAbove(lines, declared).filter((name) => SYSTEMS.has(name));
  return systems.length > 0 && !systems.some((name) => name === 'linux' || name === 'unix');
}

/** The names in the lines of attributes above a recipe. */
function attributesAbove(lines: readonly Line[], declared: number): string[] {
  const above = lines.slice(0, declared - 1);
  const first = above.findLastIndex(({ text }) => !text.startsWith('[')) + 1;
  return above.slice(first).flatMap(({ text }) => text.match(/[a-z-]{2,40}/g) ?? []);
}
