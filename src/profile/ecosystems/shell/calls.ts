import type { Evidence } from '../../../domain/evidence.ts';
import { automationLines, joinedAutomation } from '../../ci/automation.ts';
import { readCiLines } from '../../ci/lines.ts';
import { commandWords } from '../../shell-word.ts';
import type { Snapshot } from '../../snapshot.ts';

/** A call of ShellCheck or Bats whose words are all known before it runs. */
export interface ShellCall {
  /** As it is written: `shellcheck`, `bats`, or a path to it. */
  readonly program: string;
  readonly words: readonly string[];
  readonly directory: string;
  readonly because: Evidence;
}

/** At the start of a command: what stands behind `!` is meant to fail, and what stands behind `echo` is printed. */
const CALL = /^[\s@]{0,40}(?:\w{1,60}=\S{0,200}\s{1,4})?((?:\.?[\w./-]{0,100}\/)?(?:shellcheck|bats))\s(.*)$/;

/** Flags, paths and patterns that a shell expands to paths; none of it runs anything. */
const SAFE = /^(?:[\w./*?{},@+:=-]{1,200}|'[\w ./*?@+:=-]{1,200}'|"[\w ./*?@+:=-]{1,200}")$/;

/** The calls of the workflows, then those of the root's makefile, which name something to look at. */
export function readShellCalls(snapshot: Snapshot): ShellCall[] {
  const inMakefile = joinedAutomation(automationLines(snapshot, 'Makefile')).filter(({ text }) =>
    text.startsWith('\t'),
  );
  const lines = [...readCiLines(snapshot, MENTIONS), ...inMakefile.map((line) => ({ ...line, base: '.' }))];
  return lines.flatMap(({ text, base, file, number }) =>
    text.split(/&&|\|\||;/).flatMap((part) => {
      const [, program = '', rest = ''] = CALL.exec(part) ?? [];
      const words = commandWords(rest);
      if (program === '' || !words.some(isAboutFiles) || !words.every((word) => SAFE.test(word))) return [];
      return [{ program, words, directory: base, because: snapshot.evidence(file, number) }];
    }),
  );
}

function isAboutFiles(word: string): boolean {
  return /[./*]|^tests?$|^spec$/.test(word) && !word.startsWith('-');
}

/** What a pipeline says that checks scripts. */
export const MENTIONS = /\b(?:shellcheck|bats)\b/;
