import type { Job, Step } from '../../domain/pipeline.ts';
import type { Command } from '../../domain/profile.ts';

type Called = Pick<Command, 'run' | 'directory'>;
type RunStep = Extract<Step, { kind: 'run' }>;

/** From short to long: the tool that a command calls, what of it, where, and the file that it is told. */
export const TELLING: readonly ((command: Called) => string)[] = [
  ({ run }) => subjectOf(run, 1),
  ({ run }) => subjectOf(run, 2),
  ({ directory }) => directory,
  ({ run }) => /(?:^|[\s/])(\w[\w.-]{0,60})$/.exec(run)?.[1] ?? '',
];

/** The same for steps that bring or prepare something: where one is at work tells most. At the root the title itself is enough. */
const BESIDE_WORK: readonly ((command: Called) => string)[] = [
  ({ directory }) => (directory === '.' ? '' : directory),
  ...TELLING,
  ({ run }) => subjectOf(run, 3),
];

/** The longest that people read as a part of a name. */
const LONGEST = 80;

/** The job with names for its steps of which no two are alike: GitHub shows nothing else of them. */
export function withStepNames(job: Job): Job {
  const names = job.steps.flatMap((step) => (step.kind === 'run' ? [step.name] : []));
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  if (repeated.size === 0) return job;
  const details = new Map([...repeated].flatMap((name) => [...detailsOf(runsOf(job, name))]));
  return { ...job, steps: job.steps.map((step) => (step.kind === 'run' ? named(step, details.get(step)) : step)) };
}

function runsOf({ steps }: Job, name: string): RunStep[] {
  return steps.flatMap((step) => (step.kind === 'run' && step.name === name ? [step] : []));
}

/** What tells each of these steps from the others; their places where nothing short does. */
function detailsOf(steps: readonly RunStep[]): Map<RunStep, string> {
  const level = BESIDE_WORK.find((tell) => {
    const told = steps.map(tell);
    return new Set(told).size === steps.length && told.every((text) => text.length <= LONGEST && !text.includes('${{'));
  });
  return new Map(steps.map((step, index) => [step, level ? level(step) : String(index + 1)]));
}

function named(step: RunStep, detail = ''): RunStep {
  return detail === '' ? step : { ...step, name: `${step.name}: ${detail}` };
}

/** Words that come before what is called: variables, runners of tools and of scripts. */
const BEFORE =
  /^(?:\w+=(?:'[^']*'|\S*)|(?:uv|poetry|pdm|pipenv|hatch|pnpm|npm|yarn|bun) run|pnpm exec|python3? -m|npx|bunx|uvx|just|make|task|pre-commit run|sh|bash|-\S+)\s+/;

/** The first words of a command behind those. */
function subjectOf(run: string, count: number): string {
  const rest = run.replace(BEFORE, '');
  return rest === run ? rest.split(/\s+/, count).join(' ') : subjectOf(rest, count);
}
