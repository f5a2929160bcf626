import { jobsOf } from './ci/jobs.ts';
import { type CiStep, readCiSteps } from './ci/steps.ts';
import { composeUp, isComposeAction } from './compose/up.ts';
import type { UnitDraft } from './ecosystem.ts';
import { isTestOf } from './harvest/before/settings.ts';
import { joinedLines } from './lines.ts';
import { oncePerSnapshot } from './once.ts';
import { isWithin } from './paths.ts';
import { isImageAction } from './services/pipeline-builds.ts';
import { commandWords, unquoted } from './shell-word.ts';
import type { Snapshot } from './snapshot.ts';

/** A command that a job of a workflow runs. */
interface JobCommand {
  readonly run: string;
  readonly directory: string;
  /** Whether what the repository makes stands up before it. */
  readonly isBehindSystem: boolean;
}

/**
 * Whether workflows run the unit's tests, and nowhere but where they have built an image of the repository before and started it with
 * compose: then they are tests of that system.
 */
export function runsBehindSystem(snapshot: Snapshot, { directory, ecosystem }: UnitDraft): boolean {
  const tests = commandsOfJobs(snapshot).filter(
    ({ run, directory: folder }) =>
      isTestOf(ecosystem, run) && (isWithin(directory, folder) || run.includes(` ${directory}/`)),
  );
  return tests.length > 0 && tests.every(({ isBehindSystem }) => isBehindSystem);
}

const commandsOfJobs = oncePerSnapshot((snapshot: Snapshot): readonly JobCommand[] => {
  if (readCiSteps(snapshot, /\bcompose\b/).length === 0) return [];
  return jobsOf(readCiSteps(snapshot, /test|check|verify|spec/)).flatMap((steps) => {
    let isBuilt = false;
    let isBehindSystem = false;
    return steps.flatMap((step) => {
      const commands = commandsIn(step);
      isBuilt ||= isImageAction(step) || commands.some(({ run }) => BUILDS.test(run));
      isBehindSystem ||= isBuilt && startsAll(step, commands);
      return commands.map((command) => ({ ...command, isBehindSystem }));
    });
  });
});

const BUILDS = /^docker (?:image |buildx )?(?:build|load)\b|^docker[ -]compose\b.* (?:build|--build)\b/;

/** Whether it starts all that compose has: where services are named, they may be servers of others alone. */
function startsAll({ uses, inputs }: CiStep, commands: readonly Pick<JobCommand, 'run'>[]): boolean {
  if (isComposeAction(uses)) return (inputs.get('services') ?? '') === '';
  return commands.some(({ run }) => composeUp(wordsOf(run))?.services.length === 0);
}

/** What only the run knows is one word. */
function wordsOf(run: string): string[] {
  return commandWords(run.replace(/\$\{\{[^{}]{0,200}\}\}/g, 'x')).map(unquoted);
}

/** As they are typed: what only the run knows tells another test or file, and not another kind of command. */
function commandsIn({ script, directory }: CiStep): Pick<JobCommand, 'run' | 'directory'>[] {
  return directory === null ? [] : joinedLines(script).map(({ text }) => ({ run: text.trim(), directory }));
}
