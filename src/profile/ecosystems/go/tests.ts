import type { Evidence } from '../../../domain/evidence.ts';
import type { Command, ProfileWarning } from '../../../domain/profile.ts';
import { firstCall } from '../../ci/automation.ts';
import { callsIn } from '../../harvest/calls.ts';
import { firstMatch } from '../../lines.ts';
import { directoryOf, nearestFolder, relativeTo } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import { systemStep } from '../../system-tests.ts';
import { type CommandPlace, ownFiles } from './sources.ts';
import { testFlags } from './test-flags.ts';

/** Globs of the test files whose build constraints testOf looks for. */
export const SYSTEM_TESTS = [
  '**/{e2e,end-to-end,end_to_end,integration,acceptance,conformance,smoke,system,load}{,test,tests,-test,-tests,_test,_tests}/**/*_test.go',
  '**/{,*_}e2e_test.go',
  '{,**/}test{,s}/{,*/,*/*/}*_test.go',
];

/** How the repository itself runs all tests of a module: then all of them can be run. */
const RUNS_ALL = /(?:\bgo|\$[({]GO[)}]|\bgotestsum)\s(?:[^|;&#]{0,300}\s)?\.\/\.\.\.(?:$|[\s"'`])/;

/**
 * The tests of a module. Those that need a running system are no part of them, unless a build constraint keeps them out by itself, or the
 * repository's own pipelines run them with the others.
 */
export function testOf(place: CommandPlace): Found<Command[]> {
  const { snapshot, module } = place;
  const { directory } = module;
  const files = ownFiles(place).filter((path) => path.endsWith('_test.go'));
  const system = systemFolders(directory, files);
  const isHeld = (file: string) => folderOf(system, file) !== null && !isConstrained(snapshot, file);
  const held = files.filter(isHeld);
  const plain = files.find((file) => !isHeld(file));
  const flags = testFlags(snapshot, directory);
  const because = (file: string) => [{ file, line: 1 }, ...flags.because];
  const run = `go test${flags.words} ./...`;
  const [provisions] = files.filter((file) => PROVISIONS.test(snapshot.text(file) ?? ''));
  if (provisions !== undefined && files.every((file) => makesCloud(snapshot, file)))
    return { value: [], warnings: [{ file: provisions, line: 1, message: CLOUD }] };
  const [first] = held;
  if (first === undefined) return found(plain === undefined ? [] : [{ run, directory, because: because(plain) }]);
  const all = runsAll(place);
  if (plain !== undefined && all !== null) return found([{ run, directory, because: [...because(plain), all] }]);
  const message = 'these tests look like those of a running system; they are left out.';
  const warnings: ProfileWarning[] = [{ file: first, line: 1, message }];
  if (plain === undefined) return { value: [], warnings };
  const names = held.flatMap((file) => folderOf(system, file) ?? []);
  return { value: [{ run: `${without(names)}${flags.words}`, directory, because: because(plain) }], warnings };
}

/** What makes real things in a cloud, with somebody's rights, and takes them away again. (terratest.gruntwork.io, "Introduction") */
const PROVISIONS = /"github\.com\/gruntwork-io\/terratest\/modules\/(?:terraform|packer|aws|gcp|azure)"/;
const CLOUD = 'these tests make what they test in a cloud; they are left out.';

/** Whether a file of tests does, or only helps those that do: it has none of its own. */
function makesCloud(snapshot: Snapshot, file: string): boolean {
  const text = snapshot.text(file);
  return text !== null && (PROVISIONS.test(text) || !/^func Test\w/m.test(text));
}

/** The line by which the repository runs all of them: in a pipeline for the module at the root, in a file of the module's own, or by what pipelines, or tasks where these do nothing there, start in its folder. */
function runsAll({ snapshot, module, folders, automation }: CommandPlace): Evidence | null {
  const moduleOf = (file: string) => nearestFolder(folders, directoryOf(file)) ?? '.';
  const own = automation.filter(({ file, text }) => /test/.test(text) && moduleOf(file) === module.directory);
  const started = callsIn(snapshot, module.directory).find(({ run }) => RUNS_ALL.test(run) && /\btest\b/.test(run));
  return firstCall(snapshot, own, RUNS_ALL)?.because ?? started?.because[0] ?? null;
}

function found(value: Command[]): Found<Command[]> {
  return { value, warnings: [] };
}

/** What each folder of tests that speak to a running system is called: by a step of its path, or whole where only its files say so. */
function systemFolders(directory: string, files: readonly string[]): ReadonlyMap<string, string> {
  const folders = [...new Set(files.map(directoryOf))];
  const named = new Set(folders);
  for (const file of files) if (!NAMED_SYSTEM.test(file)) named.delete(directoryOf(file));
  const calls = folders.flatMap((folder): [string, string][] => {
    const step = systemStep(folder);
    if (step !== null) return [[folder, step]];
    return named.has(folder) && folder !== directory ? [[folder, relativeTo(directory, folder)]] : [];
  });
  return new Map(calls);
}

/** A package of nothing but such tests is of a running system; beside others they are told apart in a way that no name shows. */
const NAMED_SYSTEM = /(?:^|[/_])e2e_test\.go$/;

function folderOf(system: ReadonlyMap<string, string>, file: string): string | null {
  return system.get(directoryOf(file)) ?? null;
}

/** A constraint that nothing meets by itself: of a tag, not of a system. */
function isConstrained(snapshot: Snapshot, file: string): boolean {
  const line = firstMatch(snapshot.text(file) ?? '', /^\/\/(?:go:build| \+build) (.*)/)?.match[1];
  return line !== undefined && !/^!?(?:linux|unix|windows|darwin|amd64|arm64|cgo|race)\b/.test(line);
}

/** `go list` names packages by their paths, so a path can be taken away. */
function without(held: readonly string[]): string {
  const names = [...new Set(held)].map((name) => name.replace(/[^\w/-]/g, '.')).sort();
  const pattern = names.length === 1 ? names[0] : `(${names.join('|')})`;
  return `go list ./... | grep -vE '/${pattern}(/|$)' | xargs go test`;
}
