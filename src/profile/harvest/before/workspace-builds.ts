import { firstOfEach } from '../../../domain/grouped.ts';
import { withoutVariables } from '../../../domain/in-front.ts';
import type { Command } from '../../../domain/profile.ts';
import { scriptOfAll } from '../../called/workspace-call.ts';
import { jobsOf } from '../../ci/jobs.ts';
import { MOST } from '../../ci/limits.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { delegates } from '../../ecosystems/node/checks.ts';
import { dependencyNames } from '../../ecosystems/node/dependencies.ts';
import { scriptBody, usableScript } from '../../ecosystems/node/scripts.ts';
import { readJson } from '../../formats/json.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { oncePerFile, oncePerSnapshot } from '../../once.ts';
import { baseName, directoryOf, isWithin, joinPath } from '../../paths.ts';
import { readSteps } from '../../pipelines/steps.ts';
import type { Snapshot } from '../../snapshot.ts';
import { type PipelineCall, stepCalls } from '../calls.ts';
import { programOf, scriptStarted } from '../checks/package-script.ts';
import { checkRuns } from '../runner-calls.ts';
import { isSame, withCarried } from './environment.ts';
import { importedBuilds } from './imported-builds.ts';
import { isTestOf } from './settings.ts';

/**
 * The workspace of packages with what every job, or every task of its own, that tests it compiles before: packages that import what others of them are compiled to find
 * nothing in a checkout. It is done for every check, or for the tests alone where others are run without it; where those have something
 * compiled of their own, that is done for every check. Where nobody says what is made before them, it is what the tested packages import.
 */
export function withWorkspaceBuilds(snapshot: Snapshot, draft: UnitDraft): UnitDraft {
  const { ecosystem, directory, commands } = draft;
  if (ecosystem !== 'node' || commands.test.length === 0 || !importsCompiled(snapshot, directory)) return draft;
  const jobs = runsThatTest(snapshot, draft);
  const before = (fits: (run: string) => boolean) =>
    jobs.flatMap((job) => {
      const at = job.findIndex(({ run }) => fits(run));
      return at < 0 ? [] : [job.slice(0, at).flatMap((call) => compiled(snapshot, draft, call))];
    });
  const forTests = madeByAll(before(testOf(draft, jobs)));
  if (forTests === undefined) {
    if (isTestedBelow(snapshot, directory)) return draft;
    const root = manifestOf(snapshot, directory);
    const builds = importedBuilds(snapshot, draft, { root, isCompiled: (member) => isCompiled(snapshot, member) });
    return { ...draft, commands: { ...commands, test: [...builds, ...commands.test] } };
  }
  if (forTests === null) return draft;
  const forChecks = madeByAll(before((typed) => commands.lint.some(({ run }) => isSame(run, typed))));
  const install = [...commands.install, ...(forChecks === undefined ? forTests : (forChecks ?? []))];
  const known = new Set(install.map(({ run }) => run));
  const test = [...forTests.filter(({ run }) => !known.has(run)), ...commands.test];
  return { ...draft, commands: { ...commands, install: firstOfEach(install, ({ run }) => run), test } };
}

/** What the first of some jobs makes, if each of them makes something: null where one does not, undefined where there is none. */
function madeByAll(jobs: readonly (readonly Command[])[]): readonly Command[] | null | undefined {
  const [first] = jobs;
  return jobs.some((found) => found.length === 0) ? null : first && firstOfEach(first, ({ run }) => run);
}

/** Where jobs run the unit's own tests, those of other tests say nothing of them. */
function testOf(draft: UnitDraft, jobs: readonly (readonly Call[])[]) {
  const isOwn = ownTests(draft);
  return jobs.flat().some(({ run }) => isOwn(run)) ? isOwn : (run: string) => isTestOf(draft.ecosystem, run);
}

function ownTests({ commands }: UnitDraft) {
  return (run: string) => commands.test.some((test) => isSame(withoutVariables(test.run), run));
}

/** A pipeline with none of these words tests no package. */
const TESTS = /\b(?:npm|pnpm|yarn|bun|npx|bunx) .{0,60}(?:test|jest|mocha)/;

/** Names of scripts that install in every package, or that compile them, for people who work on them or for those that ask for them. */
const NAME = /^(?:bootstrap|(?:build|compile)(?:[:-](?:all|dev|deps|lib|libs|packages|workspaces?|tests?|ci|types))?)$/;

/** Names of scripts that make what is published, or what the next step needs. */
const PREPARES = /^(?:prepack|prepare|prebuild|postinstall)(?:[:-][\w:-]{1,40})?$/;

/** The command that a call is, as it is typed here, where it compiles; none for any other. */
function compiled(snapshot: Snapshot, draft: UnitDraft, call: Call): Command[] {
  const { directory, because, environment } = call;
  const root = manifestOf(snapshot, draft.directory);
  const ofAll = scriptOfAll(call);
  if (ofAll !== null) {
    const members = manifestsBelow(snapshot, directory).filter((it) => it !== root && scriptBody(it, ofAll) !== null);
    const isUsable = members.length > 0 && members.every((it) => usableScript(it, [ofAll]) !== null);
    const isMade = NAME.test(ofAll) || PREPARES.test(ofAll);
    return isMade && isUsable ? [withCarried({ run: call.run, directory, because }, environment, [])] : [];
  }
  const name = scriptStarted(draft, call.run);
  if (name === null || usableScript(root, [name]) === null) return [];
  const isMade = NAME.test(name) || (PREPARES.test(name) && delegates(scriptBody(root, name) ?? ''));
  const run = `${programOf(draft.manager)} run ${name}`;
  return isMade ? [withCarried({ run, directory: draft.directory, because }, environment, [])] : [];
}

type Call = Pick<PipelineCall, 'run' | 'words' | 'directory' | 'environment' | 'because'>;

/** What is run in a folder by the jobs that may test packages, each in its order; where none tests there, by the tasks that people check by. */
function runsThatTest(snapshot: Snapshot, draft: UnitDraft): readonly (readonly Call[])[] {
  const { directory } = draft;
  const here = (runs: readonly (readonly Call[])[]) =>
    runs.map((calls) => calls.filter((call) => call.directory === directory));
  const jobs = here(jobsThatTest(snapshot));
  const isOwn = ownTests(draft);
  return jobs.flat().some(({ run }) => isTestOf('node', run) || isOwn(run)) ? jobs : here(checkRuns(snapshot));
}

/** Whether a pipeline, or a task that people check by, tests a package in its own folder. */
function isTestedBelow(snapshot: Snapshot, directory: string): boolean {
  const runs = [...jobsThatTest(snapshot), ...checkRuns(snapshot)].flat();
  return runs.some((call) => isWithin(directory, call.directory) && isTestOf('node', call.run));
}

/** What the usual jobs of the repository's pipelines start that may test packages, each in its order. */
const jobsThatTest = oncePerSnapshot((snapshot: Snapshot): readonly (readonly PipelineCall[])[] => {
  const steps = readSteps(snapshot, TESTS).filter(({ isUsual }) => isUsual);
  const jobs = jobsOf(steps).slice(0, MOST.jobs);
  return jobs.map((job) => job.flatMap((step) => stepCalls(snapshot, step)));
});

/** Whether packages below a folder depend on others there whose entry is not in the checkout. */
const importsCompiled = oncePerFile((snapshot, directory): boolean => {
  const manifests = manifestsBelow(snapshot, directory);
  const wanted = new Set(manifests.flatMap(dependencyNames));
  return manifests.some((manifest) => wanted.has(manifest.text(['name']) ?? '') && isCompiled(snapshot, manifest));
});

function manifestsBelow(snapshot: Snapshot, directory: string): Manifest[] {
  const files = snapshot.within(directory).filter((path) => baseName(path) === 'package.json');
  return files.map((file) => readJson(snapshot, file).value);
}

const ENTRIES = [
  ['main'],
  ['module'],
  ['types'],
  ['exports'],
  ['exports', '.'],
  ['exports', '.', 'import'],
  ['exports', '.', 'default'],
];

/** What may be left out of the name of an entry. (nodejs.org, "Modules: CommonJS modules", "All together") */
const ENDINGS = ['', '.js', '.json', '.ts'];

function isCompiled(snapshot: Snapshot, manifest: Manifest): boolean {
  const [entry] = ENTRIES.flatMap((path) => manifest.text(path) ?? []);
  const path = entry === undefined ? null : joinPath(directoryOf(manifest.file), entry);
  return path !== null && !ENDINGS.some((ending) => snapshot.exists(`${path}${ending}`));
}

function manifestOf(snapshot: Snapshot, directory: string): Manifest {
  return readJson(snapshot, joinPath(directory, 'package.json') ?? '').value;
}
