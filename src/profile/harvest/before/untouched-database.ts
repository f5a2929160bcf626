import { jobsOf } from '../../ci/jobs.ts';
import type { PipelineStep } from '../../ci/step.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { joinedLines } from '../../lines.ts';
import { oncePerSnapshot } from '../../once.ts';
import { readSteps } from '../../pipelines/steps.ts';
import type { Snapshot } from '../../snapshot.ts';
import { isSame } from './environment.ts';
import { isTestOf } from './settings.ts';

/** Options that choose some of the tests; what leaves some out chooses the rest. */
const CHOOSES = /\s(?:-m|-k|--filter|--group|--testsuite|--tags?)[ =](?!["']?(?:not|pytest|unittest|coverage)\b)/;

/** What gives a database its tables is no test, though the same program runs both. */
function isWhole(line: string): boolean {
  return !CHOOSES.test(line) && !/\sdb:/.test(line);
}

/** What installs, and gives no database its tables. */
const INSTALLS =
  /^(?:sudo )?(?:apt|apt-get|apk|pip3?|python3? -m pip|uv (?:sync|pip|venv)|(?:poetry|pdm|pipenv|bundle|composer) (?:install|sync|config)|corepack|npm (?:ci|install)|(?:pnpm|yarn|bun) install|echo|export|mkdir)(?=\s|$)/;

/**
 * Whether a job that changes start, and that has a server beside it, runs all of the unit's tests with nothing before them but what is
 * installed: then they make those themselves, and what another job does before the same is for a purpose of its own.
 */
export function findTheirTables(snapshot: Snapshot, { directory, ecosystem, commands }: UnitDraft): boolean {
  const own = commands.test.filter(({ run }) => isTestOf(ecosystem, run));
  return jobsWithServers(snapshot).some((job) => {
    const at = job.findIndex(
      (step) =>
        step.directory === directory &&
        linesOf(step).some((line) => isWhole(line) && own.some(({ run }) => isSame(run, plain(line)))),
    );
    const before = job.slice(0, Math.max(at, 0));
    const isPlain = ({ uses, script }: PipelineStep) =>
      !uses?.startsWith('./') && linesOf({ script }).every((line) => INSTALLS.test(line));
    const [only, ...more] = at < 0 ? [] : linesOf(job[at]);
    return only !== undefined && more.length === 0 && before.every(isPlain);
  });
}

const jobsWithServers = oncePerSnapshot((snapshot: Snapshot): readonly (readonly PipelineStep[])[] =>
  jobsOf(readSteps(snapshot, /test|spec/i).filter(({ isUsual, hasContainers }) => isUsual && hasContainers === true)),
);

function linesOf(step: Pick<PipelineStep, 'script'> | undefined): string[] {
  return joinedLines(step?.script ?? [])
    .map(({ text }) => text.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** What stands in quotes is one word. */
function plain(line: string): string {
  return line.replace(/"[^"]{0,400}"|'[^']{0,400}'/g, 'x');
}
