import { workflowsOf } from '../ci/automation.ts';
import { oncePerFile } from '../once.ts';
import type { Snapshot } from '../snapshot.ts';
import type { OwnValue } from './make.ts';
import { plainValues, withMakeValues } from './make-values.ts';
import { readMakefile } from './makefile.ts';

/**
 * The variables of a makefile whose value stands there, once, in any case and in plain words. One that gives way to its environment is none
 * where a workflow names it; a person may still say another when make is started.
 */
const variablesOf = oncePerFile((snapshot, file): ReadonlyMap<string, string> => {
  const known = plainValues(readMakefile(snapshot, file).lines).filter(
    ({ name, isDefault }) => !(isDefault && isInWorkflow(snapshot, name)),
  );
  return new Map([...known.map(({ name, value }): [string, string] => [name, value]), ['MAKE', 'make']]);
});

/** Whether a workflow may set a variable of that name. */
function isInWorkflow(snapshot: Snapshot, name: string): boolean {
  return workflowsOf(snapshot).some((file) => snapshot.text(file)?.includes(name));
}

/** A line of a recipe with the values of such variables in their places; those that its target has of its own come before all. */
export function withValues(
  snapshot: Snapshot,
  file: string,
  text: string,
  own: ReadonlyMap<string, OwnValue> = new Map(),
): string {
  if (own.size === 0) return withMakeValues(variablesOf(snapshot, file), text);
  const others = [...variablesOf(snapshot, file)].filter(([name]) => !own.has(name));
  const known = [...own].flatMap(([name, { value }]): [string, string][] => (value === null ? [] : [[name, value]]));
  return withMakeValues(new Map([...others, ...known]), text);
}
