import { linesOf } from '../lines.ts';
import type { Snapshot } from '../snapshot.ts';
import type { NamedTask } from './named.ts';

/** Names before a colon, but for `:=`; neither patterns nor variables, whose value only make knows. (GNU make manual, "Rule Syntax") */
const RULE = /^((?:[A-Za-z0-9_]|\.env(?![\w-]))[\w./-]*(?: +[\w./-]+)*)\s*::?(?![:=])/;

/** The targets that a makefile names itself. */
export function makeTargets(snapshot: Snapshot, file: string): NamedTask[] {
  return linesOf(snapshot.text(file) ?? '').flatMap(({ text, number }) => {
    const names = RULE.exec(text)?.[1]?.split(/\s+/) ?? [];
    return names.map((name) => ({ name, line: number }));
  });
}
