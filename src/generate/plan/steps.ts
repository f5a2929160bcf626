import type { Step } from '../../domain/pipeline.ts';
import { CLUSTER, type Command, type Unit } from '../../domain/profile.ts';
import { golangciLint } from './golangci-lint.ts';

/** A step for each command; where there are several, each is named for the tool that it calls. */
export function commandSteps(title: string, commands: readonly Command[], unit: Unit): Step[] {
  const subjects = commands.map(({ run }) => subjectOf(run));
  const areTelling = new Set(subjects).size === subjects.length;
  return commands.flatMap((command, index) => {
    const detail = areTelling ? `: ${subjects[index]}` : ` (${index + 1})`;
    return commandStep(commands.length > 1 ? title + detail : title, command, unit);
  });
}

/** What brings a unit's dependencies. */
export function installSteps(unit: Unit): Step[] {
  return unit.commands.install.flatMap((command) => commandStep('Install dependencies', command, unit));
}

/** Runners have neither golangci-lint nor cargo-deny nor nextest nor TFLint nor chart-testing: an action of their makers brings them. */
function commandStep(name: string, command: Command, unit: Unit): Step[] {
  const { run, directory, because } = command;
  if (run === 'golangci-lint run') return golangciLint(name, command, unit);
  if (run === 'cargo deny check') return [{ kind: 'cargo-deny', directory, because }];
  const step: Step = { kind: 'run', name, run, directory, because };
  if (/^ct lint\b/.test(run)) return [chartTesting(unit), step];
  if (/^ct install\b/.test(run)) return [chartTesting(unit), cluster(unit), step];
  if (/^bats\b/.test(run)) return [{ kind: 'install-tool', tool: 'bats' }, step];
  if (/^tflint\b/.test(run)) return [{ kind: 'install-tool', tool: 'tflint' }, step];
  return /(^|\s)cargo nextest /.test(run) ? [{ kind: 'install-tool', tool: 'nextest' }, step] : [step];
}

/** A cluster that is gone with the job. GitHub's runners have kind. (actions/runner-images, "Ubuntu2404-Readme") */
function cluster({ needs }: Unit): Step {
  const because = needs.find(({ service }) => service === CLUSTER)?.because ?? [];
  return { kind: 'run', name: 'Create a cluster', run: 'kind create cluster --wait 120s', directory: '.', because };
}

function chartTesting({ versions }: Unit): Step {
  const version = versions.find(({ tool }) => tool === 'chart-testing');
  return { kind: 'install-tool', tool: 'chart-testing', ...(version ? { version } : {}) };
}

/** Words that come before what is called: variables, runners of tools and of scripts. */
const BEFORE =
  /^(?:\w+=\S*|(?:uv|poetry|pdm|pipenv|hatch|pnpm|npm|yarn|bun) run|pnpm exec|python3? -m|npx|bunx|uvx|sh|bash|-\S+)\s+/;

function subjectOf(run: string): string {
  const rest = run.trim().replace(BEFORE, '');
  return rest === run.trim() ? (rest.split(/\s/)[0] ?? rest) : subjectOf(rest);
}
