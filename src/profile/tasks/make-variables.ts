import { linesOf } from '../lines.ts';
import { oncePerFile } from '../once.ts';
import type { Snapshot } from '../snapshot.ts';

/** A variable whose value is plain words: no other variable, no function, nothing that a shell would expand. (GNU make manual, "Setting Variables") */
const SET =
  /^([A-Za-z_]\w{0,60})\s{0,20}(?:\?|::?:?)?=\s{0,20}([\w./:@%+,=-]{1,200}(?: [\w./:@%+,=-]{1,200}){0,20})?\s{0,20}$/;

/** Anything that may give a variable a value. */
const GIVES = /^\s{0,40}(?:(?:override|export|define)\s{1,8}){0,2}([A-Za-z_]\w{0,60})\s{0,20}(?:[?+!]|::?:?)?=/;

/** The variables of a makefile whose value stands there, once and in plain words; a person may still say another when make is started. */
const variablesOf = oncePerFile((snapshot, file): ReadonlyMap<string, string> => {
  const lines = linesOf(snapshot.text(file) ?? '');
  const given = new Map<string, number>();
  for (const { text } of lines) {
    const name = GIVES.exec(text)?.[1];
    if (name !== undefined) given.set(name, (given.get(name) ?? 0) + 1);
  }
  const plain = lines.flatMap(({ text }): [string, string][] => {
    const [, name, value = ''] = SET.exec(text) ?? [];
    return name !== undefined && given.get(name) === 1 ? [[name, value]] : [];
  });
  return new Map([...plain, ['MAKE', 'make']]);
});

/** A line of a recipe with the values of such variables in their places. */
export function withValues(snapshot: Snapshot, file: string, text: string): string {
  const values = variablesOf(snapshot, file);
  return text.replace(/\$[({]([A-Za-z_]\w{0,60})[)}]/g, (whole, name: string) => values.get(name) ?? whole);
}
