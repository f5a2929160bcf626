import { joinedLines } from '../lines.ts';
import { oncePerFile } from '../once.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { GIVES } from '../tasks/make-values.ts';
import { type MakeLine, readMakefile } from '../tasks/makefile.ts';

/** A target of a makefile. */
export interface Target {
  readonly file: string;
  readonly directory: string;
  readonly name: string;
}

/** Targets with which make goes on after a failure, or reads recipes in another way. */
const SETS = /^\.(?:IGNORE|ONESHELL)\s{0,4}:/;

/** Wherever its flags are set, by whatever words. */
const FLAGS = /\b(?:GNU)?MAKEFLAGS\b/;

/** Options that change how many run at once, what is known beforehand, and what is told. (GNU make manual, "Summary of Options") */
const HARMLESS =
  /^\s{0,8}(?:export\s{1,8})?MAKEFLAGS\s{0,8}(?:[?:+]|::)?=(?:\s{0,8}(?:-j\s?\d{0,3}|--jobs(?:=\d{1,3})?|-s|--silent|-r|-R|--no-builtin-(?:rules|variables)|--no-print-directory|--warn-undefined-variables)(?=\s|$)){1,6}\s{0,8}$/;

const SHELL = /^\s{0,8}(?:override\s|export\s)?\s{0,8}(\.?SHELL(?:FLAGS)?)\s{0,8}(?:[?:+]|::)?=\s{0,8}(.*)$/;

/** A shell, however it is found, and options with which it still runs what it is given, and fails. */
const SHELLS =
  /^(?:(?:\/[\w./-]{1,60}\/)?(?:env (?:-S )?)?(?:ba|da|z|k)?sh|\$\(shell (?:which|command -v|type -p) (?:ba|da|z|k)?sh\))((?:\s.*)?)$/;
const OPTIONS = /^(?:\s{0,8}(?:-[euxoc]{1,6}|pipefail|errexit|nounset|--no(?:rc|profile))){0,10}\s{0,8}$/;

/** Whether a failure may end nothing in a makefile, or what it includes and nobody knows may say so. (GNU make manual, "Choosing the Shell") */
export const isForgiving = oncePerFile(
  (snapshot, file) =>
    !readMakefile(snapshot, file).isWhole ||
    linesIn(snapshot, file).some(
      ({ text }) => !text.startsWith('\t') && (SETS.test(text) || hasOtherFlags(text) || isOtherShell(text)),
    ),
);

const linesIn = oncePerFile((snapshot, file) => joinedLines(readMakefile(snapshot, file).lines, isSameFile));

function isSameFile(one: MakeLine, next: MakeLine): boolean {
  return one.file === next.file;
}

function hasOtherFlags(text: string): boolean {
  return FLAGS.test(text) && !HARMLESS.test(text);
}

function isOtherShell(text: string): boolean {
  const [, name, value = ''] = SHELL.exec(text) ?? [];
  if (name === undefined || name === '.SHELL') return false;
  if (name === '.SHELLFLAGS') return !OPTIONS.test(value);
  const [, options] = SHELLS.exec(value.trim()) ?? [];
  return options === undefined || !OPTIONS.test(options);
}

/** Whether a target is the name of a file or folder that is there, so that make finds nothing to do. (GNU make manual, "Phony Targets") */
export function isFile(snapshot: Snapshot, { file, directory, name }: Target): boolean {
  return snapshot.exists(joinPath(directory, name) ?? name) && !isPhony(snapshot, file, name);
}

function isPhony(snapshot: Snapshot, file: string, name: string): boolean {
  const names = phonyIn(snapshot, file);
  return names.has(name) || [...names].some((one) => one.includes('$'));
}

const phonyIn = oncePerFile((snapshot, file): ReadonlySet<string> => {
  const lists = linesIn(snapshot, file).flatMap(({ text }) => /^ {0,8}\.PHONY\s{0,8}:([^#]*)/.exec(text)?.[1] ?? []);
  return new Set(lists.flatMap((list) => list.split(/\s+/)));
});

const EXPORTS = /^ {0,8}(?:override )?export\s{1,8}([^:=?+#]{1,500})/;

/** What a makefile puts before every command; its values are those of make. (GNU make manual, "Communicating Variables to a Sub-make") */
export const exportedIn = oncePerFile((snapshot, file) => {
  const lines = linesIn(snapshot, file);
  const isAll = lines.some(({ text }) => /^ {0,8}(?:export\s{0,8}(?:#|$)|\.EXPORT_ALL_VARIABLES\s{0,8}:)/.test(text));
  const names = lines.flatMap(({ text }) => {
    const told = EXPORTS.exec(text)?.[1]?.split(/\s+/) ?? [];
    const given = isAll ? GIVES.exec(text)?.[1] : undefined;
    return given === undefined ? told : [...told, given];
  });
  const plain = names.filter((name) => /^[A-Za-z_]\w{0,60}$/.test(name));
  return new Map(plain.slice(0, MOST_EXPORTED).map((name) => [name, `$(${name})`]));
});

const MOST_EXPORTED = 100;
