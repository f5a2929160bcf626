import { type Line, linesOf } from '../lines.ts';
import type { Snapshot } from '../snapshot.ts';
import type { NamedTask } from './named.ts';

/** Names before a colon, but for `:=`; neither patterns nor variables, whose value only make knows. (GNU make manual, "Rule Syntax") */
const RULE = /^((?:[A-Za-z0-9_]|\.env(?![\w-]))[\w./-]*(?: +[\w./-]+)*)\s*::?(?![:=])/;

/** The targets that a makefile names itself. */
export function makeTargets(snapshot: Snapshot, file: string): NamedTask[] {
  return outsideOfDefinitions(linesOf(snapshot.text(file) ?? '')).flatMap(({ text, number }) => {
    const names = RULE.exec(text)?.[1]?.split(/\s+/) ?? [];
    return names.map((name) => ({ name, line: number }));
  });
}

/** A definition of several lines is text, whatever it looks like. (GNU make manual, "Defining Multi-Line Variables") */
function outsideOfDefinitions(lines: readonly Line[]): Line[] {
  let isWithin = false;
  return lines.filter(({ text }) => {
    if (/^ {0,8}(?:override |export ){0,2}define\s/.test(text)) isWithin = true;
    const isOutside = !isWithin;
    if (/^ {0,8}endef\b/.test(text)) isWithin = false;
    return isOutside;
  });
}
