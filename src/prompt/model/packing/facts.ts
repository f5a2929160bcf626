import type { CoveredRun } from '../../../domain/coverage.ts';
import type { Command, ProjectProfile, Unit } from '../../../domain/profile.ts';
import type { RepositoryContext } from '../../../domain/repository.ts';
import type { Part } from './section.ts';

const MOST_UNITS = 60;
const MOST_TASKS = 80;
const MOST_PATHS = 200;
const LONGEST = 200;

/** What the repository is, in short: names and commands, as `profile` finds them. */
export function profilePart(profile: ProjectProfile): Part {
  const { units, services, tasks } = profile;
  const lines = [
    ...some(units, MOST_UNITS, unitLine, 'units'),
    ...some(
      services,
      MOST_UNITS,
      ({ name, directory, image, ports }) =>
        `service ${name}: at ${directory}, image by ${image.kind}${ports.length > 0 ? `, port ${ports.map(({ port }) => port).join(', ')}` : ''}`,
      'services',
    ),
    ...some(
      tasks,
      MOST_TASKS,
      ({ runner, name, directory }) => `task ${taskCall(runner, name)} (in ${directory})`,
      'tasks',
    ),
  ];
  return {
    title: 'The repository, as it was found',
    name: 'what the repository is',
    text: lines.length === 0 ? 'No unit, service or task was found.' : lines.join('\n'),
  };
}

function unitLine({ directory, ecosystem, manager, version, commands, needs }: Unit): string {
  const runs = (name: string, list: readonly Command[]) =>
    list.length === 0 ? [] : [`${name}: ${list.map(({ run }) => `\`${short(run)}\``).join(', ')}`];
  return [
    `unit ${directory}: ${ecosystem} (${manager})${version ? `, ${version.tool} ${version.value}` : ''}`,
    ...runs('lint', commands.lint),
    ...runs('test', commands.test),
    ...runs('build', commands.build),
    ...(needs.length > 0 ? [`needs ${needs.map(({ service }) => service).join(', ')}`] : []),
  ].join('; ');
}

function taskCall(runner: string, name: string): string {
  return runner === 'script' ? `npm run ${name}` : `${runner} ${name}`;
}

function workOf(run: CoveredRun): string {
  switch (run.kind) {
    case 'command':
      return `runs \`${short(run.run)}\` in ${run.directory}`;
    case 'image':
      return `builds the image of ${run.service}`;
    case 'task':
      return `runs \`${short(taskCall(run.runner, run.name))}\` in ${run.directory}`;
  }
}

/** What runs already: of the repository's own workflows, and of what it has accepted. */
export function pipelinePart({ coverage }: ProjectProfile, { configuration }: RepositoryContext): Part | null {
  const covered = (coverage?.runs ?? []).map((run) => `${run.by.file}:${run.by.line} ${workOf(run)}`);
  const accepted = (configuration?.request?.intents ?? []).map(
    (intent) => `accepted before: ${short(JSON.stringify(intent))}`,
  );
  const lines = [
    ...some(covered, MOST_TASKS, (line) => line, 'steps'),
    ...some(accepted, MOST_TASKS, (line) => line, 'intents'),
  ];
  return lines.length === 0
    ? null
    : { title: 'What the pipeline does already', name: 'what the pipeline does already', text: lines.join('\n') };
}

/** Which files the change is about. */
export function changesPart({ changedFiles }: RepositoryContext): Part | null {
  if (changedFiles === null || changedFiles.length === 0) return null;
  const lines = some(
    changedFiles,
    MOST_PATHS,
    ({ path, status, previousPath }) =>
      `${status} ${short(path)}${previousPath ? ` (was ${short(previousPath)})` : ''}`,
    'files',
  );
  return { title: 'Files that the change touches', name: 'the files that the change touches', text: lines.join('\n') };
}

function some<T>(items: readonly T[], most: number, line: (item: T) => string, what: string): string[] {
  const left = items.length - most;
  return [
    ...items.slice(0, most).map((item) => line(item).replace(/\n/g, ' ')),
    ...(left > 0 ? [`… and ${left} more ${what}`] : []),
  ];
}

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
