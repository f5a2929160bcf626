import { jobsOf } from '../ci/jobs.ts';
import { MOST } from '../ci/limits.ts';
import { inRun } from '../ci/matrix.ts';
import { type CiStep, readCiSteps, withActions } from '../ci/steps.ts';
import type { ShellCommand } from '../shell/shell.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Word, wordAt } from '../word.ts';
import { type CiContainer, ciContainer } from './ci-container.ts';
import { broughtUp, broughtUpByAction } from './compose-containers.ts';
import { databaseOf } from './databases.ts';
import { startedByRun } from './docker-run.ts';
import { runsOf } from './job-runs.ts';
import { IMAGES } from './server-image.ts';
import { startedCommands } from './started-commands.ts';

/** What starts one stands in the workflow, or in an action, a task or a script of the repository that it calls. */
const MENTIONS = new RegExp(
  [
    ...IMAGES.keys(),
    String.raw`\b(?:docker|podman) run\b|\bcompose\b|\buses:\s{0,8}["']?\.\/|\.sh\b`,
    String.raw`\b(?:make|just|task|mise|npm|pnpm|yarn|bun|composer)\s`,
  ].join('|'),
  'i',
);

/**
 * The servers that steps of GitHub's workflows, and of the repository's own actions, start for those after them: by an action that is made
 * for that, by what the runner has installed, by Docker, or by compose. They are what a service container would be.
 */
export function startedServers(snapshot: Snapshot): CiContainer[] {
  const steps = readCiSteps(snapshot, MENTIONS).filter(({ isUsual, system }) => isUsual && system !== 'macos');
  return jobsOf(withActions(snapshot, steps).filter(({ isUsual }) => isUsual)).flatMap((job) => {
    const started = job
      .flatMap((step) => [...byAction(step), ...broughtUpByAction(snapshot, step), ...byCommands(snapshot, step)])
      .slice(0, MOST.services);
    const [first] = job;
    const runs = started.length > 0 && first ? runsOf(snapshot, first.calledBy ?? first.file, first.job) : [];
    return started.map((server) => ciContainer({ ...server, runs }));
  });
}

type Started = Partial<CiContainer> & Pick<CiContainer, 'image'>;

/** What an action does with a server that it does not start. */
const OTHERWISE =
  /(?:^|[/_.-])(?:backup|cli|client|dump|restore|migrat\w{0,6}|lint|query|install|deploy|exporter)(?=$|[/_.-])/i;

/** `supercharge/mongodb-github-action`, `ankane/setup-postgres`: nobody knows all of them, and their names say what they start. */
function byAction({ uses, inputs, runs, file, line }: CiStep): Started[] {
  const [, ...path] = uses?.split('/') ?? [];
  const words = path
    .join('/')
    .toLowerCase()
    .split(/[/_.-]/);
  const image = words.map((word) => IMAGES.get(word)).find((it) => it !== undefined);
  if (image === undefined || uses === null || uses.startsWith('.') || OTHERWISE.test(uses)) return [];
  const given = [...inputs].flatMap(([name, text]): [string, string][] => {
    const value = inRun(text, runs[0] ?? new Map())?.trim();
    return value === undefined ? [] : [[name.toLowerCase(), value]];
  });
  const version = given.find(([name, value]) => VERSION_INPUT.test(name) && /^\d[\w.-]{0,30}$/.test(value))?.[1];
  return [{ image: wordAt(tagged(image, version), file, line), environment: settingsOf(image, given, { file, line }) }];
}

const VERSION_INPUT = /(?:^|[-_ ])(?:version|tag)$/;

/** Inputs that are settings of the image, by their last words. */
const SETTINGS: readonly (readonly [input: RegExp, variable: string])[] = [
  [/root[-_ ]password$/, 'ROOT_PASSWORD'],
  [/password$/, 'PASSWORD'],
  [/user(?:name)?$/, 'USER'],
  [/(?:db|database)(?:[-_ ]name)?$/, 'DATABASE'],
];

type Place = Pick<CiStep, 'file' | 'line'>;

function settingsOf(
  image: string,
  given: readonly (readonly [name: string, value: string])[],
  { file, line }: Place,
): ReadonlyMap<string, Word> {
  const database = databaseOf(image)?.variable;
  if (database === undefined) return new Map();
  return new Map(
    given.flatMap(([name, value]): [string, Word][] => {
      const variable = SETTINGS.find(([input]) => input.test(name))?.[1];
      if (variable === undefined || value === '') return [];
      const named = variable === 'DATABASE' ? database : `${image.toUpperCase()}_${variable}`;
      return [[named, wordAt(value, file, line)]];
    }),
  );
}

function byCommands(snapshot: Snapshot, step: CiStep): Started[] {
  const { script } = step;
  const password = script.flatMap(({ text }) => PASSWORD.exec(text)?.[1] ?? []).at(0);
  return startedCommands(snapshot, step).flatMap((command): Started[] => {
    const at = { file: command.file, line: command.line };
    return [
      ...daemonsOf(command).map((image) => ({
        image: wordAt(image, at.file, at.line),
        environment: asInstalled(image, password, at),
      })),
      ...[startedByRun(command.words, at)].filter((it) => it !== null),
      ...broughtUp(snapshot, command, step.environment),
    ];
  });
}

/** How the superuser of PostgreSQL is given a password, by which tests come in. */
const PASSWORD = /\balter (?:user|role) postgres (?:with )?(?:encrypted )?password '([\w!#%.-]{1,60})'/i;

/** What GitHub's runners have installed lets one in so. (actions/runner-images, "Databases") */
function asInstalled(image: string, password: string | undefined, { file, line }: Place): ReadonlyMap<string, Word> {
  if (image === 'mysql') return new Map([['MYSQL_ROOT_PASSWORD', wordAt('root', file, line)]]);
  return image === 'postgres' && password !== undefined
    ? new Map([['POSTGRES_PASSWORD', wordAt(password, file, line)]])
    : new Map();
}

/** The images of the daemons that systemd, or the scripts that were before it, are told to start. */
function daemonsOf({ words }: Pick<ShellCommand, 'words'>): string[] {
  const [program = '', ...rest] = words[0] === 'sudo' ? words.slice(1) : words;
  const plain = rest.filter((word) => !word.startsWith('-'));
  const [, script] = /^\/etc\/init\.d\/([\w.-]{1,40})$/.exec(program) ?? [];
  const isStart = (word: string | undefined) => word === 'start' || word === 'restart';
  let names: readonly string[] = [];
  if (program === 'systemctl' && (isStart(plain[0]) || (plain[0] === 'enable' && rest.includes('--now'))))
    names = plain.slice(1);
  else if (program === 'service' && isStart(plain[1])) names = plain.slice(0, 1);
  else if (script !== undefined && isStart(plain[0])) names = [script];
  return names.flatMap((name) => IMAGES.get(name.replace(/\.service$/, '')) ?? []);
}

function tagged(image: string, version: string | undefined): string {
  return version === undefined ? image : `${image}:${version}`;
}
