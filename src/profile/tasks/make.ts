import { oncePerFile } from '../once.ts';
import type { Snapshot } from '../snapshot.ts';
import { plainValues } from './make-values.ts';
import { type MakeLine, readMakefile } from './makefile.ts';
import type { NamedTask } from './named.ts';

/** Names before a colon, but for `:=`; neither patterns nor variables, whose value only make knows. (GNU make manual, "Rule Syntax") */
const RULE = /^((?:[A-Za-z0-9_]|\.env(?![\w-]))[\w./-]*(?: +[\w./-]+)*)\s*::?(?![:=])/;

/** A value that a variable has for targets and for what they need: no rule. (GNU make manual, "Target-specific Variable Values") */
const OWN_VALUE =
  /^([^:=#\t]{1,300}?)\s{0,20}::?\s{0,20}((?:(?:export|override|private)\s{1,8}){0,3})([A-Za-z_]\w{0,60}\s{0,20}(?:[?+!]|::?:?)?=.*)$/;

/** A target, and where its rule stands. */
export interface MakeTarget extends Required<NamedTask> {
  /** The place of that line among those of the makefile. */
  readonly index: number;
}

/** The targets that a makefile names, itself and by what it includes. */
export function makeTargets(snapshot: Snapshot, makefile: string): MakeTarget[] {
  return outsideOfDefinitions(readMakefile(snapshot, makefile).lines).flatMap(({ text, number, file, index }) => {
    const names = OWN_VALUE.test(text) ? [] : (RULE.exec(text)?.[1]?.split(/\s+/) ?? []);
    return names.map((name) => ({ name, file, line: number, index }));
  });
}

/** The value of a variable for one target; null where it is no plain words, or adds to another one. */
export interface OwnValue {
  readonly value: string | null;
  /** Whether the commands of the target find it in their environment. */
  readonly isExported: boolean;
}

/** The variables that have values of their own for targets, by these and by their names. */
export const ownValues = oncePerFile((snapshot, makefile): ReadonlyMap<string, ReadonlyMap<string, OwnValue>> => {
  const found = new Map<string, Map<string, OwnValue>>();
  for (const { text, number } of outsideOfDefinitions(readMakefile(snapshot, makefile).lines)) {
    const [, targets = '', words = '', given = ''] = OWN_VALUE.exec(text) ?? [];
    const name = /^\w+/.exec(given)?.[0] ?? '';
    const [plain] = plainValues([{ text: given, number }]);
    const isExported = words.includes('export');
    for (const target of targets === '' ? [] : targets.split(/\s+/)) {
      const own = found.get(target) ?? new Map<string, OwnValue>();
      const isOnce = !own.has(name) && plain !== undefined && !plain.isDefault;
      found.set(target, own.set(name, { value: isOnce ? plain.value : null, isExported }));
    }
  }
  return found;
});

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
