import type { CoveredRun } from '../../../domain/coverage.ts';
import type { Command, ProjectProfile, Unit } from '../../../domain/profile.ts';
import type { RepositoryContext } from '../../../domain/repository.ts';
import { type Clean, cleanBegin } from '../clean.ts';
import type { Part } from './section.ts';

const MOST_UNITS = 60;
const MOST_TASKS = 80;
const MOST_PATHS = 200;
const LONGEST = 200;

/** What the repository is, in short: names and commands, as `profile` finds them. */
export async function profilePart(profile: ProjectProfile, clean: Clean): Promise<Part> {
  const { units, services, tasks } = profile;
  const lines = [
    ...(await linesOf(units, MOST_UNITS, (unit) => unitLine(unit, clean), 'units')),
    ...(await linesOf(
      services,
      MOST_UNITS,
      async ({ name, directory, image, ports }) =>
        `service ${name}: at ${directory}, image by ${image.kind}${ports.length > 0 ? `, port ${ports.map(({ port }) => port).join(', ')}` : ''}`,
      'services',
    )),
    ...(await linesOf(
      tasks,
      MOST_TASKS,
      async ({ runner, name, directory }) => `task ${taskCall(runner, name)} (in ${directory})`,
      'tasks',
    )),
  ];
  return {
    title: 'The repository, as it was found',
    name: 'what the repository is',
    text: lines.length === 0 ? 'No unit, service or task was found.' : lines.join('\n'),
  };
}

async function unitLine(
  { directory, ecosystem, manager, version, commands, needs }: Unit,
  clean: Clean,
): Promise<string> {
  const runs = async (name: string, list: readonly Command[]) => {
    const told = await Promise.all(list.map(async ({ run }) => `\`${await short(run, clean)}\``));
    return told.length === 0 ? [] : [`${name}: ${told.join(', ')}`];
  };
  return [
    `unit ${directory}: ${ecosystem} (${manager})${version ? `, ${version.tool} ${version.value}` : ''}`,
    ...(await runs('lint', commands.lint)),
    ...(await runs('test', commands.test)),
    ...(await runs('build', commands.build)),
    ...(needs.length > 0 ? [`needs ${needs.map(({ service }) => service).join(', ')}`] : []),
  ].join('; ');
}

function taskCall(runner: string, name: string): string {
  return runner === 'script' ? `npm run ${name}` : `${runner} ${name}`;
}

async function workOf(run: CoveredRun, clean: Clean): Promise<string> {
  switch (run.kind) {
    case 'command':
      return `runs \`${await short(run.run, clean)}\` in ${run.directory}`;
    case 'image':
      return `builds the image of ${run.service}`;
    case 'task':
      return `runs \`${await short(taskCall(run.runner, run.name), clean)}\` in ${run.directory}`;
  }
}

/** What runs already: of the repository's own workflows, and of what it has accepted. */
export async function pipelinePart(
  { coverage }: ProjectProfile,
  { configuration }: RepositoryContext,
  clean: Clean,
): Promise<Part | null> {
  const lines = [
    ...(await linesOf(
      coverage?.runs ?? [],
      MOST_TASKS,
      async (run) => `${run.by.file}:${run.by.line} ${await workOf(run, clean)}`,
      'steps',
    )),
    ...(await linesOf(
      configuration?.request?.intents ?? [],
      MOST_TASKS,
      async (intent) => `accepted before: ${await short(JSON.stringify(intent), clean)}`,
      'intents',
    )),
  ];
  return lines.length === 0
    ? null
    : { title: 'What the pipeline does already', name: 'what the pipeline does already', text: lines.join('\n') };
}

/** Which files the change is about. */
export async function changesPart({ changedFiles }: RepositoryContext, clean: Clean): Promise<Part | null> {
  if (changedFiles === null || changedFiles.length === 0) return null;
  const lines = await linesOf(
    changedFiles,
    MOST_PATHS,
    async ({ path, status, previousPath }) =>
      `${status} ${await short(path, clean)}${previousPath ? ` (was ${await short(previousPath, clean)})` : ''}`,
    'files',
  );
  return { title: 'Files that the change touches', name: 'the files that the change touches', text: lines.join('\n') };
}

async function linesOf<T>(
  items: readonly T[],
  most: number,
  line: (item: T) => Promise<string>,
  what: string,
): Promise<string[]> {
  const left = items.length - most;
  const lines = await Promise.all(items.slice(0, most).map(line));
  return [...lines.map((it) => it.replace(/\n/g, ' ')), ...(left > 0 ? [`… and ${left} more ${what}`] : [])];
}

/** The begin of what is long; what is short is cleaned with all the rest. */
async function short(text: string, clean: Clean): Promise<string> {
  if (text.length <= LONGEST) return text;
  const begin = await cleanBegin(text, LONGEST + 1, clean);
  return begin.length > LONGEST ? `${begin.slice(0, LONGEST)}…` : begin;
}
