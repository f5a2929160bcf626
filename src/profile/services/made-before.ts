import { type CiStep, readCiSteps } from '../ci/steps.ts';
import type { ImageFacts } from '../docker/dockerfile.ts';
import { isWhole } from '../docker/sources.ts';
import { joinPath } from '../paths.ts';
import { stepCommands } from '../shell/step-commands.ts';
import type { Snapshot } from '../snapshot.ts';
import { actionDockerfiles } from './pipeline-builds.ts';

/** A command by which a pipeline makes something in the folder that an image is built in, and what it makes. */
const MAKERS: readonly { readonly command: RegExp; readonly makes: string }[] = [
  // getcomposer.org, "vendor-dir"
  { command: /^composer install(?= |$)/, makes: 'vendor' },
  { command: /^cp (?:-\w{1,4} )?(?:\.\/)?\.env[\w.-]{0,60} (?:\.\/)?\.env$/, makes: '.env' },
];

/** What every job that builds an image makes first in its context: a Dockerfile that copies everything and makes none of it has nothing to run without. */
export function madeBefore(snapshot: Snapshot, facts: ImageFacts, context: string): string[] {
  if (!facts.sources.some(({ value }) => isWhole(value))) return [];
  const steps = readCiSteps(snapshot, /\/build-push-action@/);
  const builders = steps.filter((step) => actionDockerfiles(step).includes(facts.file));
  const before = builders.map((builder) => commandsBefore(steps, builder, context));
  return MAKERS.flatMap(({ command, makes }) => {
    const path = joinPath(context, makes) ?? makes;
    const isMade = before.length > 0 && before.every((runs) => runs.some((run) => command.test(run)));
    const isOwn = facts.calls.some(({ value }) => value.split(/&&|;|\n/).some((part) => command.test(part.trim())));
    return isMade && !isOwn && !snapshot.exists(path) ? [makes] : [];
  });
}

/** What its job runs in a folder before a step. */
function commandsBefore(steps: readonly CiStep[], { file, job, line }: CiStep, directory: string): string[] {
  const earlier = steps.filter((step) => step.file === file && step.job === job && step.line < line);
  return earlier
    .flatMap((step) => stepCommands(step))
    .filter((command) => command.directory === directory)
    .map(({ run }) => run);
}
