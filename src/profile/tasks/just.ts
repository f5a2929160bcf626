import { linesOf } from '../lines.ts';
import type { Snapshot } from '../snapshot.ts';
import type { NamedTask } from './named.ts';

/** A name, parameters, a colon; not `:=`, which assigns. (just manual, "Quick Start" and "Recipe Parameters") */
const RECIPE = /^@?([A-Za-z_][\w-]*)((?:\s+[^\s:=]\S*)*)\s*:(?!=)/;

/** The recipes of a justfile that can be called without arguments. */
export function justRecipes(snapshot: Snapshot, file: string): NamedTask[] {
  return linesOf(snapshot.text(file) ?? '').flatMap(({ text, number }) => {
    const [, name = '', parameters = ''] = RECIPE.exec(text) ?? [];
    const needsArguments = parameters
      .trim()
      .split(/\s+/)
      .some((one) => one !== '' && !/[=*]/.test(one));
    return name === '' || /^(alias|set|import|mod|export)$/.test(name) || needsArguments
      ? []
      : [{ name, line: number }];
  });
}
