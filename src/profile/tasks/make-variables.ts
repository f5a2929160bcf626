import { workflowsOf } from '../ci/automation.ts';
import { type Line, linesOf } from '../lines.ts';
import { oncePerFile } from '../once.ts';
import type { Snapshot } from '../snapshot.ts';

/** A variable whose value is plain words: no other variable, no function, nothing that a shell would expand. (GNU make manual, "Setting Variables") */
const SET =
  /^([A-Za-z_]\w{0,60})\s{0,20}(\?|::?:?)?=\s{0,20}([\w./:@%+,=-]{1,200}(?: [\w./:@%+,=-]{1,200}){0,20})?\s{0,20}$/;

/** Anything that may give a variable a value. */
export const GIVES = /^\s{0,40}(?:(?:override|export|define)\s{1,8}){0,2}([A-Za-z_]\w{0,60})\s{0,20}(?:[?+!]|::?:?)?=/;

/**
 * The variables of a makefile whose value stands there, once, in any case and in plain words. One that gives way to its environment is none
 * where a workflow names it; a person may still say another when make is started.
 */
const variablesOf = oncePerFile((snapshot, file): ReadonlyMap<string, string> => {
  const lines = linesOf(snapshot.text(file) ?? '');
  const given = new Map<string, number>();
  for (const { text } of lines) {
    const name = GIVES.exec(text)?.[1];
    if (name !== undefined) given.set(name, (given.get(name) ?? 0) + 1);
  }
  const plain = unconditional(lines).flatMap(({ text }): [string, string][] => {
    const [, name, sign, value = ''] = SET.exec(text) ?? [];
    const isKnown = name !== undefined && given.get(name) === 1 && !(sign === '?' && isInWorkflow(snapshot, name));
    return isKnown ? [[name, value]] : [];
  });
  return new Map([...plain, ['MAKE', 'make']]);
});

/** The lines that make reads whatever holds. (GNU make manual, "Conditionals", "Defining Multi-Line Variables") */
function unconditional(lines: readonly Line[]): Line[] {
  let depth = 0;
  return lines.filter(({ text }) => {
    const [, word = ''] = /^ {0,40}(ifn?def|ifn?eq|define|override define|endif|endef)\b/.exec(text) ?? [];
    const before = depth;
    if (word !== '') depth = Math.max(0, depth + (word.startsWith('end') ? -1 : 1));
    return before === 0 && word === '';
  });
}

/** Whether a workflow may set a variable of that name. */
function isInWorkflow(snapshot: Snapshot, name: string): boolean {
  return workflowsOf(snapshot).some((file) => snapshot.text(file)?.includes(name));
}

/** A line of a recipe with the values of such variables in their places. */
export function withValues(snapshot: Snapshot, file: string, text: string): string {
  const values = variablesOf(snapshot, file);
  return text.replace(/\$[({]([A-Za-z_]\w{0,60})[)}]/g, (whole, name: string) => values.get(name) ?? whole);
}
