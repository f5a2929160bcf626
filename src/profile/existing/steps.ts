import type { Evidence } from '../../domain/evidence.ts';
import type { ExistingCheck, ExistingImage, ExistingJob, Unsaid } from '../../domain/existing.ts';
import type { ProjectProfile, Task } from '../../domain/profile.ts';
import { inRun, withEnv } from '../ci/matrix.ts';
import { isNever } from '../ci/never.ts';
import type { CiStep } from '../ci/steps.ts';
import { commandsOf, type PlacedCommand } from '../covered/commands.ts';
import { imagesOf } from '../covered/images.ts';
import { BRINGS } from '../covered/replaceable.ts';
import type { StepRun } from '../covered/steps.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { checkOf, type OwnCommands } from './checks.ts';
import { publishOf } from './publishes.ts';

export interface StepsInput {
  readonly snapshot: Snapshot;
  readonly profile: ProjectProfile;
  readonly own: OwnCommands;
  /** By what the job may be released: a tag, a push to the default branch, or neither. */
  readonly push: 'tag' | 'default-branch' | 'never';
}

type Work = Pick<ExistingJob, 'checks' | 'images' | 'publishes' | 'tasks'> & { readonly unsaid: readonly Unsaid[] };

/** More runs of one step say nothing new. */
const MOST_RUNS = 50;

/** What a step does, as far as an intent can say it; what it does beyond that is unsaid. */
export function workOf(step: CiStep, input: StepsInput): Work {
  const { snapshot } = input;
  const at = snapshot.evidence(step.file, step.line);
  const runs = step.runs.slice(0, MOST_RUNS).map((run) => stepRun(step, run));
  const published = publishOf(step);
  const images = runs.flatMap((run) => imageOf(run, input));
  const commands = once(runs.flatMap((run) => commandsOf(snapshot, run)));
  const read = commands.map((command) => readCommand(command, step, input));
  const known = read.flatMap((one) => one?.checks ?? []);
  const isKnown =
    images.length > 0 || published !== null || (step.uses === null ? isRead(step, commands, read) : known.length > 0);
  const isQuiet = step.uses !== null && BRINGS.test(step.uses);
  return {
    checks: known,
    images,
    publishes:
      published === null ? [] : [{ value: published, at, ...(input.push === 'tag' ? { on: 'tag' as const } : {}) }],
    // A task that is seen through is said by the checks that it runs.
    tasks: read.flatMap((one) =>
      one?.task && known.every(({ at: { line } }) => line !== one.at.line) ? [{ value: one.task, at: one.at }] : [],
    ),
    unsaid: [
      ...(isKnown || isQuiet
        ? []
        : [{ at, what: step.uses === null ? 'commands that are no check known here' : `the action ${step.uses}` }]),
      ...(step.condition === null || isQuiet ? [] : [{ at, what: 'the condition of this step' }]),
    ],
  };
}

interface ReadCommand {
  readonly checks: readonly ExistingCheck[];
  readonly task: { readonly name: string; readonly command: string } | null;
  readonly at: Evidence;
}

function readCommand(command: PlacedCommand, step: CiStep, { snapshot, profile, own }: StepsInput): ReadCommand | null {
  const at = snapshot.evidence(step.file, command.line);
  const found = checkOf(own, command, at);
  if (found === 'installs') return { checks: [], task: null, at };
  if (found !== null) return { checks: found, task: null, at };
  const task = isNever(command.run) ? undefined : profile.tasks.find((one) => startsTask(one, command));
  return task ? { checks: [], task: { name: `Run ${task.name}`, command: command.run }, at } : null;
}

const CALLS: Readonly<Record<Task['runner'], RegExp>> = {
  make: /^make ([\w./-]{1,100})$/,
  just: /^just ([\w-]{1,100})$/,
  task: /^task ([\w:.-]{1,100})$/,
  script: /^(?:npm|pnpm|yarn|bun) run ([\w:./-]{1,100})$/,
};

function startsTask({ runner, name, directory }: Task, { run, directory: folder }: PlacedCommand): boolean {
  return directory === folder && CALLS[runner].exec(run)?.[1] === name;
}

/** Every line of the script must come down to what is known. */
function isRead(step: CiStep, commands: readonly PlacedCommand[], read: readonly (ReadCommand | null)[]): boolean {
  const lines = step.script.filter(({ text }) => !/^\s*(?:#|$)/.test(text));
  const known = new Set(commands.flatMap(({ line }, index) => (read[index] ? [line] : [])));
  return lines.length > 0 && lines.every(({ number }) => known.has(number));
}

function stepRun(step: CiStep, run: ReadonlyMap<string, string>): StepRun {
  const put = (text: string) => inRun(withEnv(text, step.environment), run);
  const folder = put(step.folder);
  const script = step.script.map(({ text, number }) => ({ text: put(text) ?? text, number }));
  return { step, run, directory: folder === null ? null : joinPath('.', folder), script };
}

function once(commands: readonly PlacedCommand[]): PlacedCommand[] {
  return [...new Map(commands.map((one) => [`${one.line}\0${one.directory}\0${one.run}`, one])).values()];
}

/** An image of a service by its Dockerfile, pushed where the step may push. */
function imageOf(run: StepRun, { snapshot, profile, push }: StepsInput): ExistingImage[] {
  const { inputs, file } = run.step;
  return imagesOf(run).flatMap(({ dockerfile, context, line }) => {
    const services = profile.services.filter(
      ({ image }) => image.dockerfile === dockerfile && image.context === context,
    );
    const isPushed = !/^(?:false)?$/.test(inputs.get('push')?.trim() ?? '') && push !== 'never';
    const registry = registryOf(inputs.get('tags') ?? '');
    const platforms = (inputs.get('platforms') ?? '').split(/[\s,]+/).filter((name) => /^[\w/]{1,60}$/.test(name));
    return services.map(({ name }) => ({
      service: name,
      at: snapshot.evidence(file, line),
      push: isPushed ? push : 'never',
      ...(isPushed && registry !== null ? { registry } : {}),
      ...(platforms.length > 0 && platforms.join() !== 'linux/amd64' ? { platforms } : {}),
      ...(inputs.get('sbom') === 'true' ? { sbom: true } : {}),
      ...(/^(?:true|mode=\w+)$/.test(inputs.get('provenance') ?? '') ? { provenance: true } : {}),
    }));
  });
}

/** The host of the first tag that is written out; Docker's own where there is none. */
function registryOf(tags: string): string | null {
  const [first = ''] = tags.split(/[\s,]+/).filter((tag) => tag !== '');
  const [, host] = /^([a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,6}(?::\d{1,5})?)\//.exec(first) ?? [];
  if (host !== undefined) return host;
  return /^[a-z0-9-]{1,60}\/[\w./-]{1,100}/.test(first) ? 'docker.io' : null;
}
