import { withoutVariables } from '../../domain/in-front.ts';
import type { Step } from '../../domain/pipeline.ts';
import type { Command, Unit } from '../../domain/profile.ts';
import { golangciLint } from './golangci-lint.ts';
import { compiledFor, preparationOf } from './preparing.ts';
import { TELLING } from './step-names.ts';

/** A step for each command; where there are several, each is named for what tells it apart. */
export function commandSteps(title: string, commands: readonly Command[], unit: Unit): Step[] {
  const work = commands.filter((command) => preparationOf(command, commands) === null);
  const level = TELLING.find((it) => new Set(work.map(it).filter((told) => told !== '')).size === work.length);
  const steps = commands.flatMap((command) => {
    const index = work.indexOf(command);
    const detail = level ? `: ${level(command)}` : ` (${index + 1})`;
    return commandStep(preparationOf(command, commands) ?? (work.length > 1 ? title + detail : title), command, unit);
  });
  const isRepeated = (step: Step, index: number) =>
    steps.findIndex((it) => it.kind === 'install-tool' && step.kind === it.kind && step.tool === it.tool) < index;
  return steps.filter((step, index) => step.kind !== 'install-tool' || !isRepeated(step, index));
}

/** What starts a program of the repository's own, or of its packages: managers install by their own commands. */
const GENERATES =
  /^(?:go (?:generate|run|tool) |cargo run |node |npx |bunx |(?:npm|pnpm|yarn|bun) (?:exec|x) |(?:uv|poetry|pdm|pipenv) run |python3? (?!-m pip ))/;

/** The step that brings packages of the system. */
export const SYSTEM_PACKAGES = 'Install system packages';

/** What stands among the commands that bring dependencies, and brings none. */
const TITLES: readonly (readonly [call: RegExp, title: string])[] = [
  [/^(?:poetry check --lock|(?:uv|pdm) lock --check)(?= |$)/, 'Check the lock file'],
  [/^cp /, 'Copy the settings'],
  [/^touch /, 'Make an empty database'],
  [/^mkdir -p \S+(?: && touch |$)/, 'Stand in for what is embedded'],
  [/^sudo apt-get /, SYSTEM_PACKAGES],
  [GENERATES, 'Generate code'],
];

/** What brings a unit's dependencies, in front of the commands of a job: what one of them does is not done twice. */
export function installSteps(unit: Unit, work: readonly Command[] = []): Step[] {
  const title = (command: Command) =>
    TITLES.find(([call]) => call.test(withoutVariables(command.run)))?.[1] ??
    compiledFor(command, work.at(-1)) ??
    INSTALLS;
  const isWork = ({ run, directory }: Command) =>
    work.some((it) => withoutVariables(it.run) === withoutVariables(run) && it.directory === directory);
  return unit.commands.install
    .filter((command) => !isWork(command))
    .flatMap((command) => commandStep(title(command), command, unit))
    .map((step) => (step.kind === 'run' ? { ...step, isForWork: true, ...tokenOf(unit, step.name) } : step));
}

/** Nothing but what takes packages gets the token of the job. */
function tokenOf({ packageToken }: Unit, name: string): { readonly packageToken?: string } {
  return packageToken && name === INSTALLS ? { packageToken: packageToken.variable } : {};
}

const INSTALLS = 'Install dependencies';

/** Runners have neither golangci-lint nor cargo-deny: an action of their makers runs them. */
function commandStep(name: string, command: Command, unit: Unit): Step[] {
  const { run, directory, because } = command;
  if (run === 'golangci-lint run') return golangciLint(name, command, unit);
  const [, told] = CARGO_DENY.exec(run) ?? [];
  if (told !== undefined)
    return [{ kind: 'cargo-deny', check: told === '' ? 'check' : `check ${told.trim()}`, directory, because }];
  const step: Step = { kind: 'run', name, run, directory, because };
  if (/^ct (?:lint|install)\b/.test(run)) return [chartTesting(unit), step];
  return [...broughtFor(run), ...hookPrograms(command, unit), step];
}

/** With plain words alone: its action parts them at spaces. */
const CARGO_DENY = /^cargo deny check((?: [\w=-]{1,80}){0,20})$/;

/** What brings the program of a command that runners do not have. */
export function broughtFor(run: string): Step[] {
  return BROUGHT.flatMap(([call, tool]): Step[] => (call.test(run) ? [{ kind: 'install-tool', tool }] : []));
}

/** Programs that runners do not have, with the name of what is installed: of PyPI where no action of their makers brings them. (just, "Packages"; taskfile.dev, "Installation") */
const BROUGHT: readonly (readonly [call: RegExp, tool: string])[] = [
  [/^bats\b/, 'bats'],
  [/^tflint\b/, 'tflint'],
  [/(^|\s)cargo (?:llvm-cov )?nextest /, 'nextest'],
  [/(^|\s)cargo llvm-cov\b/, 'cargo-llvm-cov'],
  [/^just /, 'rust-just'],
  [/^task /, 'go-task-bin'],
  [/^pre-commit /, 'pre-commit'],
];

/** What a hook of pre-commit calls and does not bring: built by the Go that runners have, into a folder of the path. */
function hookPrograms({ run, directory }: Command, unit: Unit): Step[] {
  const version = unit.versions.find(({ tool }) => tool === 'terraform-docs');
  if (!version || !/^pre-commit run terraform_docs\b/.test(run)) return [];
  // Nothing but a release can be asked for.
  const release = /^\d+\.\d+\.\d+$/.test(version.value) ? `v${version.value}` : 'latest';
  const install = `GOBIN="$HOME/.local/bin" go install github.com/terraform-docs/terraform-docs@${release}`;
  return [{ kind: 'run', name: 'Install terraform-docs', run: install, directory, because: version.because }];
}

function chartTesting({ versions }: Unit): Step {
  const version = versions.find(({ tool }) => tool === 'chart-testing');
  return { kind: 'install-tool', tool: 'chart-testing', ...(version ? { version } : {}) };
}
