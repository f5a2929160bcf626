import type { DockerOption } from '../../domain/container.ts';
import type { CiStep } from '../ci/steps.ts';
import type { ComposeService } from '../compose/compose.ts';
import { readComposeFiles } from '../compose/read.ts';
import type { ShellCommand } from '../harvest/shell.ts';
import { oncePerSnapshot } from '../once.ts';
import { directoryOf, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Place } from '../word.ts';
import { type CiContainer, ciContainer, type Lost } from './ci-container.ts';
import { serverOf } from './server-image.ts';

/** A compose service that runs an image as a container beside tests; null for one that is built. */
export function composeContainer(service: ComposeService): CiContainer | null {
  const { name, build, image, environment, run, at } = service;
  if (build !== null || !image) return null;
  const files = readsMounted(service);
  return ciContainer({
    name,
    image,
    environment,
    ports: run.published,
    options: healthOptions(service),
    entrypoint: files ? null : (run.entrypoint?.value ?? null),
    command: files ? null : (run.command?.value ?? null),
    lost: run.mounted.length === 0 ? [] : lostOf(files, at),
    isForPeople: true,
    runs: null,
  });
}

/** Whether it is told to read what is mounted into it, and would not start without that. */
function readsMounted({ run: { entrypoint, command, mounted } }: ComposeService): boolean {
  const told = [entrypoint, command].map((word) => word?.value ?? '').join(' ');
  return mounted.some((path) => told.includes(path));
}

function lostOf(files: boolean, at: Place): Lost[] {
  const what = files ? 'what is mounted into it, and its command, which reads that' : 'what is mounted into it';
  return [{ what, at }];
}

function healthOptions({ healthcheck, run: { health } }: ComposeService): DockerOption[] {
  const command = (healthcheck?.value ?? '').replace(/^(?:CMD|CMD-SHELL)\s+/, '').replace(/\s+/g, ' ');
  if (command === '' || command === 'NONE') return [];
  const times = [...health].map(([name, value]): DockerOption => [`--health-${name.replace('_', '-')}`, value]);
  return [['--health-cmd', command], ...times];
}

/** `docker compose -f a.yaml up -d db`: the services that it starts to stay, with what they depend on, as containers; none for any other command. */
export function broughtUp(snapshot: Snapshot, { words, directory }: ShellCommand, folder: string): CiContainer[] {
  const call = composeUp(words);
  return call?.isDetached ? containersUp(snapshot, call, joinPath(folder, directory) ?? folder) : [];
}

/** `hoverkraft-tech/compose-action`, and those that it was made of. */
const ACTIONS = /\/(?:docker-)?compose-action$/;

/** The same of a step that has an action start them. */
export function broughtUpByAction(
  snapshot: Snapshot,
  { uses, inputs }: Pick<CiStep, 'uses' | 'inputs'>,
): CiContainer[] {
  if (uses === null || !ACTIONS.test(uses)) return [];
  const wordsOf = (name: string) => (inputs.get(name) ?? '').split(/\s+/).filter((word) => word !== '');
  return containersUp(snapshot, { files: wordsOf('compose-file'), services: wordsOf('services') }, '.');
}

function containersUp(
  snapshot: Snapshot,
  { files, services }: Pick<ComposeUp, 'files' | 'services'>,
  from: string,
): CiContainer[] {
  const all = composeServices(snapshot);
  const paths = files.map((file) => joinPath(from, file));
  const own = all.filter(({ at, rank }) =>
    paths.length > 0 ? paths.includes(at.file) : rank !== 1 && directoryOf(at.file) === from,
  );
  const started = services.length > 0 ? withDependencies(own, services) : own;
  // What starts the whole system starts what people look at it with, too.
  const isWhole = services.length === 0 && started.some(({ build }) => build !== null);
  return started.flatMap((service) => {
    const container = composeContainer(service);
    return container && (!isWhole || serverOf(container.image.value)) ? [container] : [];
  });
}

const composeServices = oncePerSnapshot((snapshot) => readComposeFiles(snapshot).value);

interface ComposeUp {
  readonly files: readonly string[];
  readonly services: readonly string[];
  readonly isDetached: boolean;
}

/** Options of compose, and of its `up`, that take a value. */
const VALUED =
  /^(?:-f|--file|-p|--project-name|--profile|--env-file|--project-directory|--wait-timeout|--timeout|-t|--scale|--pull|--ansi|--progress)$/;

function composeUp(words: readonly string[]): ComposeUp | null {
  const plain = words[0] === 'sudo' ? words.slice(1) : words;
  const [program = '', second] = plain;
  const isOne = program === 'docker-compose' || program === 'podman-compose';
  if (!isOne && !(['docker', 'podman'].includes(program) && second === 'compose')) return null;
  const rest = plain.slice(isOne ? 1 : 2);
  const isValue = (at: number) => VALUED.test(rest[at - 1] ?? '');
  const names = rest.flatMap((word, at) => (word.startsWith('-') || isValue(at) ? [] : [word]));
  if (names[0] !== 'up') return null;
  const isFile = (word = '') => word === '-f' || word === '--file';
  const files = rest.flatMap((word, at) =>
    isFile(rest[at - 1]) ? [word] : word.startsWith('--file=') ? [word.slice('--file='.length)] : [],
  );
  const isDetached = rest.some((word) => /^(?:-\w{0,3}d\w{0,3}|--detach|--wait)$/.test(word));
  return { files, services: names.slice(1), isDetached };
}

function withDependencies(all: readonly ComposeService[], names: readonly string[]): ComposeService[] {
  const wanted = new Set(names);
  for (const name of wanted)
    for (const other of all.find((service) => service.name === name)?.dependsOn ?? []) wanted.add(other);
  return all.filter(({ name }) => wanted.has(name));
}
