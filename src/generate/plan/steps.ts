import type { Step } from '../../domain/pipeline.ts';
import type { Command, Unit } from '../../domain/profile.ts';

/** A step for each command; where there are several, each is named for the tool that it calls. */
export function commandSteps(title: string, commands: readonly Command[]): Step[] {
  const subjects = commands.map(({ run }) => subjectOf(run));
  const areTelling = new Set(subjects).size === subjects.length;
  return commands.flatMap((command, index) => {
    const detail = areTelling ? `: ${subjects[index]}` : ` (${index + 1})`;
    return commandStep(commands.length > 1 ? title + detail : title, command);
  });
}

/** What brings a unit's dependencies. */
export function installSteps({ commands }: Unit): Step[] {
  return commands.install.flatMap((command) => commandStep('Install dependencies', command));
}

/** Runners have neither golangci-lint nor cargo-deny nor nextest: an action of their makers brings them. */
function commandStep(name: string, { run, directory, because }: Command): Step[] {
  if (run === 'golangci-lint run') return [{ kind: 'golangci-lint', directory, because }];
  if (run === 'cargo deny check') return [{ kind: 'cargo-deny', directory, because }];
  const step: Step = { kind: 'run', name, run, directory, because };
  return /(^|\s)cargo nextest /.test(run) ? [{ kind: 'install-tool', tool: 'nextest' }, step] : [step];
}

/** Words that come before what is called: variables, runners of tools and of scripts. */
const BEFORE =
  /^(?:\w+=\S*|(?:uv|poetry|pdm|pipenv|hatch|pnpm|npm|yarn|bun) run|pnpm exec|python3? -m|npx|bunx|uvx|sh|bash|-\S+)\s+/;

function subjectOf(run: string): string {
  const rest = run.trim().replace(BEFORE, '');
  return rest === run.trim() ? (rest.split(/\s/)[0] ?? rest) : subjectOf(rest);
}
