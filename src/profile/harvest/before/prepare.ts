import { firstOfEach, groupedBy } from '../../../domain/grouped.ts';
import type { Command, EcosystemName } from '../../../domain/profile.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { baseName, directoryOf, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { PipelineCall } from '../calls.ts';
import { isSame } from './environment.ts';
import { MIGRATION, programOf } from './own-programs.ts';
import { isTestOf } from './settings.ts';

/** A copy of one file to another; what is moved there is there as well. */
const COPY = /^(?:cp|mv) (?:-[finuv]{1,4} )?(?:\.\/)?([\w.-][\w./-]{0,100}) (?:\.\/)?([\w.-][\w./-]{0,100})$/;

/** What such a file may be: settings, as programs read them. */
const SETTINGS =
  /(?:^|\/)(?:\.env[\w.-]{0,60}|[\w-]{1,60}\.(?:ya?ml|json|toml|ini|conf|cnf|properties|php|py|xml|exs))$/;

/** A file of settings that a repository keeps as an example, beside where programs look for it: `.env.ci`, `database.yml.sample`. */
function copied(run: string): { readonly example: string; readonly copy: string } | null {
  const [, example = '', copy = ''] = COPY.exec(run) ?? [];
  const words = baseName(example).split('.');
  const isOfIt =
    example !== copy &&
    baseName(copy)
      .split('.')
      .every((word) => words.includes(word));
  return isOfIt && SETTINGS.test(copy) && directoryOf(example) === directoryOf(copy) ? { example, copy } : null;
}

/** A copy of all files of a folder into another one. */
const COPY_ALL =
  /^cp (?:-[finuv]{1,4} )?(?:\.\/)?([\w.-](?:[\w./-]{0,100}[\w.-])?)\/\* (?:\.\/)?([\w.-][\w./-]{0,100})$/;

/** Whether a call is one before the tests of its own job, and puts files where none of them is: a repository keeps apart what only its pipeline reads. */
function placesFiles(snapshot: Snapshot, call: PipelineCall, tests: readonly PipelineCall[]): boolean {
  const [, kept, place] = COPY_ALL.exec(call.run) ?? [];
  if (kept === undefined || place === undefined) return false;
  const [from, to] = [joinPath(call.directory, kept), joinPath(call.directory, place)];
  if (from === null || to === null || !snapshot.exists(to)) return false;
  // The pattern leaves out hidden files, and no folder is copied without being asked for.
  const names = snapshot.entriesIn(from).filter((name) => !name.startsWith('.'));
  const isNew = names.every((name) => snapshot.has(`${from}/${name}`) && !snapshot.exists(joinPath(to, name) ?? to));
  const isBefore = ({ jobs, line }: PipelineCall) => line > call.line && jobs.some((job) => call.jobs.includes(job));
  return names.length > 0 && isNew && tests.some(isBefore);
}

/** An empty database for tests, where a file holds it. */
const EMPTY = /^touch (?:\.\/)?([\w-][\w./-]{0,100}\.(?:sqlite3?|db))$/;

/** A program of the repository that is told nothing. (go help run) */
const PROGRAM = /^go run (?:\.\/)?([\w-][\w./-]{0,100})$/;

/** Whether that is one which stands before the tests of its pipeline: what it writes they are compiled from. */
function makesSources(snapshot: Snapshot, call: PipelineCall, calls: readonly PipelineCall[]): boolean {
  const [, path] = PROGRAM.exec(call.run) ?? [];
  const program = path === undefined || MIGRATION.test(call.run) ? null : joinPath(call.directory, path);
  if (program === null || !snapshot.exists(program)) return false;
  const [file] = fileOf(call);
  return calls.some((other) => fileOf(other)[0] === file && other.line > call.line && isTestOf('go', other.run));
}

/** What makes the keys that a program of Laravel does not start without, once its settings are there. (laravel.com, "Encryption", "Passport"; tymon/jwt-auth) */
const KEYS = /^php artisan (?:key:generate|passport:keys|jwt:secret)(?: --?[a-z-]{1,20}){0,3}$/;

/** The keys that the jobs make which copy settings. */
function keys(ecosystem: EcosystemName, copies: readonly PipelineCall[], calls: readonly PipelineCall[]) {
  const jobs = new Set(copies.flatMap((call) => (copied(call.run) === null ? [] : call.jobs)));
  return calls.filter(
    ({ run, jobs: own }) => ecosystem === 'php' && KEYS.test(run) && own.some((job) => jobs.has(job)),
  );
}

/**
 * What pipelines do before they run anything in a unit's folder: they copy an example of settings where it is there and the copy is not, or
 * all that they keep for their tests to its place, make the keys that settings lack, make empty files of databases, and run programs of its
 * own that make sources.
 */
export function preparations(
  snapshot: Snapshot,
  { directory, ecosystem, commands }: UnitDraft,
  calls: readonly PipelineCall[],
): Command[] {
  const known = commands.install.map(({ run }) => run);
  const tests = calls.filter(({ run }) => isTestOf(ecosystem, run));
  const copies = calls.filter((call) => {
    const { run } = call;
    const has = (name: string) => snapshot.has(joinPath(directory, name) ?? name);
    const empty = EMPTY.exec(run)?.[1];
    const settings = copied(run);
    const isMissing =
      empty === undefined ? settings !== null && has(settings.example) && !has(settings.copy) : !has(empty);
    const isMade = makesSources(snapshot, call, calls) || placesFiles(snapshot, call, tests);
    return (isMissing || isMade) && !known.includes(run);
  });
  const plain = [...copies, ...keys(ecosystem, copies, calls)].map((call) => ({
    ...call,
    run: call.run.replace(/^(?:cp|mv) (?:-\S+ )?/, 'cp '),
  }));
  // What is copied over another copy is for another job.
  return firstOfEach(plain, ({ run }) => copied(run)?.copy ?? run).map(({ run, because }) => ({
    run,
    directory,
    because,
  }));
}

/**
 * The calls of the jobs that run what the unit runs, but those without which another job runs it as well; where none is seen to test it, of the
 * pipelines that start a program of it, and of all where the unit is alone in its folder.
 */
export function ownCalls(
  { ecosystem, commands: { install, lint, test, build } }: UnitDraft,
  calls: readonly PipelineCall[],
  isAlone: boolean,
): readonly PipelineCall[] {
  const callsOf = ({ run }: Command) => calls.filter((call) => isSame(run, call.run));
  const testing = [...calls.filter((call) => isTestOf(ecosystem, call.run)), ...test.flatMap(callsOf)];
  const jobsOf = (some: readonly PipelineCall[]) => new Set(some.flatMap(({ jobs }) => jobs));
  if (jobsOf(testing).size > 0) {
    // A job may test a part.
    const tests = groupedBy(testing, ({ run }) => run).values();
    const whole = [...tests, ...[...lint, ...build].map(callsOf)].map(jobsOf);
    const jobsOfRun = new Map([...groupedBy(calls, ({ run }) => run)].map(([run, its]) => [run, jobsOf(its)]));
    const isIn = (jobs: ReadonlySet<string>, run: string) => [...jobs].every((job) => jobsOfRun.get(run)?.has(job));
    const usual = calls.filter(({ run }) => whole.some((jobs) => jobs.size > 0 && isIn(jobs, run)));
    return usual.filter(({ jobs }) => jobs.some((job) => whole.some((own) => own.has(job))));
  }
  if (isAlone) return calls;
  const own = new Set([...install, ...lint, ...test, ...build].map(({ run }) => programOf(run)));
  const files = new Set(calls.filter(({ run }) => own.has(programOf(run))).flatMap(fileOf));
  return calls.filter((call) => fileOf(call).some((file) => files.has(file)));
}

function fileOf({ because }: PipelineCall): string[] {
  return because.slice(0, 1).map(({ file }) => file);
}

/** The unit without what would copy something else over what a pipeline copies, and go on from there. */
export function withoutCopies(draft: UnitDraft, copies: readonly Command[]): UnitDraft {
  const targets = new Set(copies.flatMap(({ run }) => copied(run)?.copy ?? []));
  const isOver = ({ run }: Command) => targets.has(copied(run.split(' && ', 1)[0] ?? '')?.copy ?? '');
  const test = draft.commands.test.filter((command) => !isOver(command));
  return targets.size === 0 ? draft : { ...draft, commands: { ...draft.commands, test } };
}
