import type { Snapshot } from '../snapshot.ts';
import { type MakeLine, readMakefile } from './makefile.ts';
import type { NamedTask } from './named.ts';

/** Names before a colon, but for `:=`; neither patterns nor variables, whose value only make knows. (GNU make manual, "Rule Syntax") */
const RULE = /^((?:[A-Za-z0-9_]|\.env(?![\w-]))[\w./-]*(?: +[\w./-]+)*)\s*::?(?![:=])/;

/** A target, and where its rule stands. */
export interface MakeTarget extends Required<NamedTask> {
  /** The place of that line among those of the makefile. */
  readonly index: number;
}

/** The targets that a makefile names, itself and by what it includes. */
export function makeTargets(snapshot: Snapshot, makefile: string): MakeTarget[] {
  return outsideOfDefinitions(readMakefile(snapshot, makefile).lines).flatMap(({ text, number, file, index }) => {
    const names = RULE.exec(text)?.[1]?.split(/\s+/) ?? [];
    return names.map((name) => ({ name, file, line: number, index }));
  });
}

/** A definition of several lines is text, whatever it looks like. (GNU make manual, "Defining Multi-Line Variables") */
function outsideOfDefinitions(lines: readonly MakeLine[]): (MakeLine & Pick<MakeTarget, 'index'>)[] {
  let isWithin = false;
  return lines.flatMap((line, index) => {
    if (/^ {0,8}(?:override |export ){0,2}define\s/.test(line.text)) isWithin = true;
    const isOutside = !isWithin;
    if (/^ {0,8}endef\b/.test(line.text)) isWithin = false;
    return isOutside ? [{ ...line, index }] : [];
  });
}
