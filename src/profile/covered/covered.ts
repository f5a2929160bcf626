import type { Condition, Coverage, CoveredRun, CoveringStep, NameFilter } from '../../domain/coverage.ts';
import { firstOfEach } from '../../domain/grouped.ts';
import { withoutVariables } from '../../domain/in-front.ts';
import type { Command, Service, Task, Unit } from '../../domain/profile.ts';
import { isSameSetting } from '../called/environment.ts';
import { commandKey } from '../called/same.ts';
import { bodyOf } from '../called/started.ts';
import { taskKey, tasksCalled } from '../called/tasks.ts';
import type { StepRun } from '../ci/step-runs.ts';
import { boundedWorkflows } from '../ci/steps.ts';
import type { Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import { isComparedOf } from '../harvest/checks/compared.ts';
import type { Snapshot } from '../snapshot.ts';
import { stepsWithCalls } from './calls.ts';
import { commandsOf, type PlacedCommand } from './commands.ts';
import { mendedBy } from './fixing.ts';
import { imagesOf, isImageOf } from './images.ts';
import { formsOf } from './programs.ts';
import { isReplaceable } from './replaceable.ts';
import type { ReachedStep } from './steps.ts';
import { formatsBelow } from './terraform-format.ts';
import { pullRequestTrigger, pushTrigger, type Trigger } from './triggers.ts';

/** What is looked for. */
export interface Wanted {
  readonly units: readonly Unit[];
  readonly services: readonly Service[];
  readonly tasks: readonly Task[];
}

/** What nobody writes need not be counted: what is covered, what of it one workflow says again and again, and commands that its steps run. */
const MOST = { runs: 2_000, found: 10_000, commands: 20_000 };

/**
 * What of the commands and images that are known here the repository's own workflows run, on every pull request that starts them or under a
 * condition: the same command in the same folder, or the same Dockerfile in the same context. Undefined where that is nothing.
 */
export function coverageOf(snapshot: Snapshot, wanted: Wanted): Coverage | undefined {
  const known = knownCommands(wanted, (command) => formsOf(snapshot, command));
  const written = knownCommands(wanted, (command) => writtenOut(snapshot, command));
  const tasks = new Set(wanted.tasks.map(taskKey));
  const stepsOf = stepsWithCalls(snapshot);
  const found = coveringWorkflows(snapshot).flatMap((file) =>
    runsIn(snapshot, file, { ...wanted, all: [...known.values()].flat(), known, written, named: tasks, stepsOf }),
  );
  if (found.length === 0) return undefined;
  const all = firstOfEach(found, (run) => JSON.stringify(run));
  const runs = all.flatMap(({ run, condition }) => (condition === null ? [run] : []));
  const conditional = all.flatMap(({ run, condition }) => (condition === null ? [] : [{ ...run, condition }]));
  const files = [...new Set(runs.map(({ by }) => by.file))];
  return {
    runs: runs.slice(0, MOST.runs),
    conditional: conditional.slice(0, MOST.runs),
    replaceable: files.filter((file) => isReplaceable(snapshot, file, wanted)),
  };
}

/** The workflows that may cover something, by themselves or where one of them calls another. Parsing takes time: one that no change comes to is not parsed. */
export function coveringWorkflows(snapshot: Snapshot): string[] {
  return boundedWorkflows(snapshot).filter((file) => /pull_request|push|workflow_call/.test(snapshot.text(file) ?? ''));
}

/** Commands by what they come to, in their folder. */
export type Known = ReadonlyMap<string, readonly Command[]>;

function knownCommands({ units, services }: Wanted, spelled: (command: Command) => readonly Placed[]): Known {
  const known = new Map<string, Command[]>();
  const all = [
    ...units.flatMap(({ commands }) => [...commands.lint, ...commands.test, ...commands.build]),
    ...services.flatMap(({ image }) => image.build ?? []),
  ];
  for (const command of all)
    for (const key of spelled(command).map(commandKey)) {
      const found = known.get(key) ?? [];
      known.set(key, found);
      if (found.every(({ run }) => run !== command.run)) found.push(command);
    }
  return known;
}

type Placed = Pick<Command, 'run' | 'directory'>;

/** The one command that a task or script is, with nothing set for it: who runs that runs the task. */
function writtenOut(snapshot: Snapshot, command: Command): Placed[] {
  const { run } = command;
  const body = run === withoutVariables(run) ? bodyOf(snapshot, command) : null;
  const [only, ...more] = body?.counted ?? [];
  const [line, ...others] = body?.lines ?? [];
  if (!body || !only || !line || more.length + others.length + body.before.length > 0) return [];
  return only.environment.size === 0 && line.text.trim() === only.run ? [only] : [];
}

interface Sought extends Wanted {
  /** All commands that are looked for. */
  readonly all: readonly Command[];
  readonly known: Known;
  /** Those that are a task or script of one command, by that command. */
  readonly written: Known;
  /** The tasks by their keys. */
  readonly named: ReadonlySet<string>;
  readonly stepsOf: (workflow: Manifest) => readonly ReachedStep[];
}

/** `condition` is null where the step is certain to run. */
interface Found {
  readonly run: CoveredRun;
  readonly condition: Condition | null;
}

function runsIn(snapshot: Snapshot, file: string, sought: Sought): Found[] {
  const workflow = readYamlManifest(snapshot, file).value;
  const trigger = pullRequestTrigger(workflow) ?? pushTrigger(workflow);
  if (trigger === null) return [];
  const found: Found[] = [];
  let left = MOST.commands;
  for (const step of sought.stepsOf(workflow)) {
    if (found.length >= MOST.found) break;
    const paths = narrowed(trigger.paths, step.paths);
    if (paths === null) continue;
    const at: At = ({ line, through }) => ({
      by: snapshot.evidence(step.step.file, line),
      ...(through ? { through } : {}),
      branches: trigger.branches,
      paths,
    });
    const commands = left > 0 ? commandsOf(snapshot, step) : [];
    left -= commands.length;
    const runs = [
      ...commandRunsOf(commands, sought, { at, most: MOST.found - found.length }),
      ...imageRuns(snapshot, step, { services: sought.services, at }),
    ];
    const condition = conditionOf(trigger, step);
    const mended = commands.flatMap((command) =>
      mendedBy(snapshot, command, sought.all).map(({ run, directory }) => ({
        run: { kind: 'command', run, directory, ...at(command) } as const,
        condition: condition ?? ({ kind: 'mended', name: command.run } as const),
      })),
    );
    for (const run of runs) found.push({ run, condition });
    for (const one of mended) found.push(one);
  }
  return found;
}

function conditionOf({ event }: Trigger, { condition }: ReachedStep): Condition | null {
  if (event === 'push') return { kind: 'push' };
  return condition === null ? null : { kind: 'condition', name: condition };
}

/** The filter of a workflow with that of one of its steps; null where both choose what starts them, which one filter cannot say. */
function narrowed(whole: NameFilter, only: readonly string[]): NameFilter | null {
  if (only.length === 0) return whole;
  return whole.only.length === 0 ? { only, except: whole.except } : null;
}

type At = (place: Pick<PlacedCommand, 'line' | 'through'>) => CoveringStep;

/** Those of a step, as far as there are so many: one command may look at what hundreds of others look at. */
function commandRunsOf(
  commands: readonly PlacedCommand[],
  sought: Sought,
  { at, most }: { readonly at: At; readonly most: number },
): CoveredRun[] {
  const runs: CoveredRun[] = [];
  for (const command of commands) {
    if (runs.length >= most) break;
    for (const run of commandRuns(command, sought, at(command))) runs.push(run);
  }
  return runs;
}

/** Which charts it looks at its settings say, and the change. (helm/chart-testing, "ct lint") */
const OF_CHARTS = /^ct (?:lint|install)(?: |$)/;

function commandRuns(command: PlacedCommand, sought: Sought, at: CoveringStep): CoveredRun[] {
  const { all, known, written, named, units } = sought;
  // What was taken from this very step is what it runs, whatever is set for it.
  const isFromHere = ({ because }: Command) =>
    because.some(({ file, line }) => file === at.by.file && line === at.by.line);
  const key = commandKey(command);
  const alike = [
    ...(known.get(key) ?? []),
    ...(command.through ? [] : (written.get(key) ?? [])),
    ...formatsBelow(command, all),
  ];
  const own = alike.filter((one) => isFromHere(one) || isSameSetting(one.run, command.run, command.environment));
  const ofCharts = OF_CHARTS.test(command.run)
    ? units.flatMap(({ commands }) => [...commands.lint, ...commands.test]).filter(isFromHere)
    : [];
  const compared = units
    .flatMap(({ commands }) => commands.lint)
    .filter((one) => isFromHere(one) && isComparedOf(one, command.run));
  const tasks = tasksCalled(command).filter((task) => named.has(taskKey(task)));
  return [
    ...[...own, ...ofCharts, ...compared].map(
      ({ run, directory }): CoveredRun => ({ kind: 'command', run, directory, ...at }),
    ),
    ...(isSameSetting('', command.run, command.environment) ? tasks : []).map(
      (task): CoveredRun => ({ kind: 'task', ...task, ...at }),
    ),
  ];
}

function imageRuns(
  snapshot: Snapshot,
  step: StepRun,
  { services, at }: Pick<Sought, 'services'> & { readonly at: (place: { readonly line: number }) => CoveringStep },
): CoveredRun[] {
  return imagesOf(step).flatMap((built) =>
    services
      .filter((service) => isImageOf(snapshot, service, built))
      .map(({ name, directory }) => ({ kind: 'image', service: name, directory, ...at(built) })),
  );
}
