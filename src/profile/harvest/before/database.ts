import { firstOfEach } from '../../../domain/grouped.ts';
import type { Command, EcosystemName } from '../../../domain/profile.ts';
import { jobsOf } from '../../ci/jobs.ts';
import { MOST } from '../../ci/limits.ts';
import { isNever } from '../../ci/never.ts';
import type { PipelineStep } from '../../ci/step.ts';
import { plainStep } from '../../ci/yaml-steps.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { oncePerSnapshot } from '../../once.ts';
import { joinPath } from '../../paths.ts';
import { readSteps } from '../../pipelines/steps.ts';
import type { Snapshot } from '../../snapshot.ts';
import { readTasks } from '../../tasks/tasks.ts';
import { isLeftToTasks, type PipelineCall, stepCalls } from '../calls.ts';
import { kindOfName } from '../checks/kinds.ts';
import { callsStartedBy, checkRuns, isLedBy } from '../runner-calls.ts';
import { withCarried } from './environment.ts';
import { MIGRATION, startsOwn, underManager } from './own-programs.ts';
import { withoutOwnVariables } from './own-variables.ts';
import { isTestOf } from './settings.ts';
import { findTheirTables } from './untouched-database.ts';

const PRISMA = String.raw`\bprisma (?:migrate deploy|db push)\b`;

/** By what a package that a unit of that language installs itself gives a database its tables. No job of another language has it. */
const MIGRATES: Partial<Record<EcosystemName, RegExp>> = {
  python: new RegExp(
    String.raw`\b(?:alembic|aerich|flask db) upgrade\b|\bmanage\.py migrate\b|${PRISMA}|${MIGRATION.source}`,
  ),
  node: new RegExp(
    String.raw`${PRISMA}|\b(?:knex migrate:latest|sequelize(?:-cli)? db:migrate|typeorm migration:run|drizzle-kit (?:migrate|push))\b|${MIGRATION.source}`,
  ),
  php: /\bartisan (?:migrate|db:seed|[\w-]{1,40}:(?:install|init))(?![\w-])|\bconsole doctrine:(?:database:create|schema:(?:create|update)|migrations:migrate|fixtures:load)\b/,
  ruby: /\b(?:rake|rails) (?:db:create )?db:(?:create|migrate|setup|prepare|schema:load|test:prepare|test:load)\b/,
};

/**
 * The unit with what a pipeline, or a task of the unit's tests, does to a database before it runs them, in the same job: tests that find no
 * tables fail. What the step of those tests sets is set for them as well.
 */
export function withDatabase(snapshot: Snapshot, draft: UnitDraft): UnitDraft {
  const { test, install } = draft.commands;
  if (test.length === 0 || [...install, ...test].some(({ run }) => migrates(snapshot, draft, run))) return draft;
  if (jobsThatMigrate(snapshot).length > 0 && findTheirTables(snapshot, draft)) return draft;
  for (const job of [...jobsThatMigrate(snapshot), ...tasksOfTests(snapshot, draft)]) {
    const at = job.findIndex((step) => runsTestsOf(draft, step));
    const before = job.slice(0, at + 1).flatMap((step) => stepCalls(snapshot, step));
    const found = before.filter(
      ({ run, directory }) => directory === draft.directory && migrates(snapshot, draft, run),
    );
    const tests = job[at];
    if (found.length === 0 || !tests) continue;
    const because = [snapshot.evidence(tests.file, tests.line)];
    const made = firstOfEach(found, ({ run }) => run);
    const set = test.map((command) => withCarried(command, withoutOwnVariables(snapshot, tests), because));
    // What else is prepared, such as the settings, is there before.
    const first = Math.max(
      set.findIndex(({ run }) => isTestOf(draft.ecosystem, run)),
      0,
    );
    const all = [...set.slice(0, first), ...made.map((call) => asCommand(call, test)), ...set.slice(first)];
    return { ...draft, commands: { ...draft.commands, test: all } };
  }
  const found = migrationsOfTasks(snapshot, draft);
  return found.length === 0 ? draft : { ...draft, commands: { ...draft.commands, test: [...found, ...test] } };
}

/** What a task by whose name a database gets its tables comes to run before the tests that another one leads to, in the unit's own language. */
function migrationsOfTasks(snapshot: Snapshot, draft: UnitDraft): Command[] {
  const { directory, ecosystem, commands } = draft;
  if (!isLeftToTasks(snapshot, directory)) return [];
  for (const run of checkRuns(snapshot)) {
    const at = run.findIndex((call) => call.directory === directory && isTestOf(ecosystem, call.run));
    const before = run.slice(0, Math.max(at, 0)).filter((call) => isLedBy(call, MIGRATIONS));
    const isWhole = before.every(
      (call) => call.directory === directory && (migrates(snapshot, draft, call.run) || startsOwn(ecosystem, call.run)),
    );
    if (before.length > 0 && isWhole)
      return before.map((call) => asCommand({ ...call, hasContainers: false, jobs: [] }, commands.test));
  }
  return [];
}

/** Words of the names of such tasks. */
const MIGRATIONS = new Set(['migrate', 'migrations', 'migration']);

/** The usual jobs of a repository's pipelines that may have to do with a database, each with its steps. */
const jobsThatMigrate = oncePerSnapshot((snapshot: Snapshot): readonly (readonly PipelineStep[])[] => {
  const steps = readSteps(
    snapshot,
    /migrat|alembic|aerich|db upgrade|db push|drizzle-kit|artisan|doctrine:|\b(?:rake|rails) db:|scripts\//i,
  );
  return jobsOf(steps.filter(({ isUsual }) => isUsual)).slice(0, MOST.jobs);
});

/** The tasks in the unit's folder that are called tests, each as a job with a step for each command that it comes to start. */
function tasksOfTests(snapshot: Snapshot, { directory: own }: UnitDraft): PipelineStep[][] {
  const tasks = readTasks(snapshot).filter(
    ({ runner, directory, name }) => runner !== 'script' && directory === own && kindOfName(name) === 'test',
  );
  return tasks.map(({ runner, name }) =>
    callsStartedBy(snapshot, { run: `${runner} ${name}`, directory: own }).flatMap(
      ({ run, directory, environment, line, because: [because] }) =>
        because
          ? [
              plainStep(because.file, {
                line,
                job: name,
                script: [{ text: run, number: line }],
                directory,
                environment,
              }),
            ]
          : [],
    ),
  );
}

/** A script of tests, known by its name. */
const TEST_SCRIPT = /(?:^|[\s/])(?:scripts?|bin|\.)\/(?:run[-_])?tests?(?:[-_]\w{1,20})?(?:\.sh)?(?=[\s"']|$)/;

function runsTestsOf({ directory, ecosystem, commands }: UnitDraft, step: PipelineStep): boolean {
  const own = commands.test.map(({ run }) => run);
  return (
    step.directory === directory &&
    step.script.some(
      ({ text }) =>
        TEST_SCRIPT.test(text) || isTestOf(ecosystem, text.trim()) || own.some((run) => text.trim().startsWith(run)),
    )
  );
}

/** Programs that start others in a container, or on another machine. */
const ELSEWHERE = /^(?:sudo )?(?:docker|docker-compose|podman|podman-compose|kubectl|ssh|heroku|fly|flyctl)\s/;

/** Whether a command, or the script that it starts, does. */
function migrates(snapshot: Snapshot, { ecosystem, directory }: UnitDraft, run: string): boolean {
  const own = MIGRATES[ecosystem] ?? MIGRATION;
  // That tables are pushed to a database publishes nothing.
  if (ELSEWHERE.test(run) || isNever(run.replace(own, ' '))) return false;
  if (own.test(run)) return true;
  const [, script] = /(?:^|\s)(?:\.\/)?((?:[\w-]{1,60}\/){0,4}[\w.-]{1,60}\.sh)$/.exec(run) ?? [];
  const path = script === undefined ? null : joinPath(directory, script);
  return path !== null && own.test(snapshot.text(path) ?? '');
}

function asCommand({ run, directory, environment, because }: PipelineCall, test: readonly Command[]): Command {
  return withCarried({ run: underManager(run, test), directory, because }, environment, []);
}
