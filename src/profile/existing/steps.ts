import type { Evidence } from '../../domain/evidence.ts';
import type { ExistingCheck, ExistingImage, ExistingJob, Unsaid } from '../../domain/existing.ts';
import { firstOfEach } from '../../domain/grouped.ts';
import type { ProjectProfile, Task } from '../../domain/profile.ts';
import { BRINGS } from '../ci/brings.ts';
import { isNever } from '../ci/never.ts';
import { type StepRun, stepRuns } from '../ci/step-runs.ts';
import type { CiStep } from '../ci/steps.ts';
import { commandsOf, type PlacedCommand } from '../covered/commands.ts';
import { imagesOf } from '../covered/images.ts';
import { joinedLines } from '../lines.ts';
import { asCommand } from '../pipelines/actions.ts';
import type { Snapshot } from '../snapshot.ts';
import { namesCalled } from '../tasks/called.ts';
import { checkOf, type OwnCommands } from './checks.ts';
import { isHarmless, isHarmlessAction } from './harmless.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import { publishOf } from './publishes.ts';

export interface StepsInput {
  readonly snapshot: Snapshot;
  readonly profile: ProjectProfile;
  readonly own: OwnCommands;
  /** By what the job may be released: a tag, a push to the default branch, or neither. */
  readonly push: 'tag' | 'default-branch' | 'never';
}

type Work = Pick<ExistingJob, 'checks' | 'images' | 'publishes' | 'tasks' | 'unknown'> & {
  readonly unsaid: readonly Unsaid[];
};

/** What a step does, as far as an intent can say it; what it does beyond that is unsaid. */
export function workOf(step: CiStep, input: StepsInput): Work {
  const { snapshot } = input;
  const at = snapshot.evidence(step.file, step.line);
  const runs = stepRuns(step);
  const published = publishOf(step);
  const images = runs.flatMap((run) => imageOf(run, input));
  const commands = firstOfEach(
    runs.flatMap((run) => commandsOf(snapshot, run)),
    ({ line, directory, run }) => `${line}\0${directory}\0${run}`,
  );
  const read = commands.map((command) => readCommand(command, step, input));
  const counted = read.flatMap((one) => one?.checks ?? []);
  const lines = firstOfEach(
    runs.flatMap((run) => looseLines(step, run, input)),
    (line) => JSON.stringify(line),
  );
  const known = [
    ...counted,
    ...beyond(
      lines.flatMap(({ checks }) => checks),
      counted,
    ),
  ];
  const isElse = images.length > 0 || published !== null;
  const isRead = lines.length > 0 && lines.every((line) => isReadLine(line, commands, read));
  const isKnown = isElse || (step.uses === null ? isRead : known.length > 0);
  const isQuiet = step.uses !== null && BRINGS.test(step.uses);
  const isUnknown =
    !isElse &&
    !isQuiet &&
    (step.uses === null || known.length > 0 ? lines.some(({ isUnknown }) => isUnknown) : !isHarmlessAction(step.uses));
  return {
    checks: known,
    images,
    publishes:
      published === null ? [] : [{ value: published, at, ...(input.push === 'tag' ? { on: 'tag' as const } : {}) }],
    // A task that is seen through is said by the checks that it runs.
    tasks: read.flatMap((one) =>
      one?.task && known.every(({ at: { line } }) => line !== one.at.line) ? [{ value: one.task, at: one.at }] : [],
    ),
    unknown: isUnknown ? [at] : [],
    unsaid: [
      ...(isKnown || isQuiet ? [] : [{ at, what: unsaidOf(step, known) }]),
      // Of what is left out whole, so is its condition.
      ...(step.condition === null || isQuiet || !(isKnown || known.length > 0)
        ? []
        : [{ at, what: 'the condition of this step' }]),
    ],
  };
}

function unsaidOf({ uses }: CiStep, known: readonly ExistingCheck[]): string {
  if (uses !== null) return `the action ${uses}`;
  return known.length > 0 ? 'what else these commands do' : 'commands that are no check known here';
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

function startsTask({ runner, name, directory }: Task, { run, directory: folder }: PlacedCommand): boolean {
  const [first, ...more] = namesCalled(runner, run);
  return directory === folder && first === name && more.length === 0;
}

/** A line of a script as far as it can be read. */
interface LooseLine {
  readonly number: number;
  readonly checks: readonly ExistingCheck[];
  /** Something in it may check anything. */
  readonly isUnknown: boolean;
}

/** The lines of a script, or of the command that an action stands for, with the checks that they may come to run in some way. */
function looseLines(step: CiStep, run: StepRun, { snapshot, own }: StepsInput): LooseLine[] {
  const { script, directory } = step.uses === null ? run : asCommand(step);
  const checksOf = ({ run: text, directory: folder, line }: Mention) =>
    folder === null ? null : checkOf(own, { run: text, directory: folder }, snapshot.evidence(step.file, line));
  const isKnown = (mention: Mention) => checksOf(mention) !== null;
  const mentions = mentionsIn(script, { snapshot, directory, isKnown });
  const lines = joinedLines(script).filter(({ text }) => !/^\s*(?:#|$)/.test(text));
  return lines.map(({ number }) => {
    const own = mentions.filter(({ line }) => line === number);
    const checks = own.map(checksOf);
    return {
      number,
      checks: checks
        .flatMap((found) => (found === null || found === 'installs' ? [] : found))
        .map((one) => ({ ...one, isSame: false })),
      isUnknown: own.some(({ run: text }, index) => checks[index] === null && !isHarmless(text)),
    };
  });
}

/** Those checks that are not among the others. */
function beyond(checks: readonly ExistingCheck[], others: readonly ExistingCheck[]): ExistingCheck[] {
  const keyOf = ({ unit, check }: ExistingCheck) => `${unit.directory}\0${unit.ecosystem}\0${check}`;
  const known = new Set(others.map(keyOf));
  return firstOfEach(checks, keyOf).filter((one) => !known.has(keyOf(one)));
}

/** A line must come down to what is known; a task that is seen through in part alone does not. */
function isReadLine(
  { number, checks, isUnknown }: LooseLine,
  commands: readonly PlacedCommand[],
  read: readonly (ReadCommand | null)[],
): boolean {
  if (checks.length > 0) return !isUnknown;
  return commands.some(({ line }, index) => line === number && read[index]);
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
