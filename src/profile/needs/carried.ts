import { areInEachOthersWay, dockerWord, type NeedContainer } from '../../domain/container.ts';
import { groupedBy } from '../../domain/grouped.ts';
import type { Need } from '../../domain/profile.ts';
import { imageName } from '../docker/image-name.ts';
import { isTestTask } from '../harvest/tests/test-lines.ts';
import type { Snapshot } from '../snapshot.ts';
import { cite, type Word } from '../word.ts';
import type { CiContainer, Lost } from './ci-container.ts';
import type { BesideUnit } from './ci-containers.ts';
import { wordsIn } from './docker-options.ts';
import type { FoundNeed } from './found-need.ts';
import { serverName, serverOf, serverVersion } from './server-image.ts';

/** A pipeline's own variable: `$(NAME)`, `${NAME}`, `$NAME`; and an expression of a workflow. */
const UNKNOWN = /^\$(?:\(\w{1,60}\)|\{\w{1,60}\}|[A-Za-z_]\w{0,60})$|\$\{\{/;

/** Docker takes `NAME=value`: nothing else is a name. */
const NAME = /^[A-Za-z_][\w.]{0,100}$/;

/** What a container is told of a pipeline, where its value is ours to know, by the names that are asked for. */
export function knownVariables(environment: CiContainer['environment'], isWanted: (name: string) => boolean) {
  const known = [...environment].filter(
    ([name, { value }]) => NAME.test(name) && isWanted(name) && !UNKNOWN.test(value),
  );
  return Object.fromEntries(known.map(([name, { value }]) => [name, value]));
}

/** How a container is run, as it is written. */
export function containerOf(container: CiContainer): NeedContainer {
  const { image, ports, options } = container;
  return { image: isKnown(image) ? image.value : null, ports, options, ...startOf(container) };
}

/** What GitHub takes for an entrypoint: the runner puts it into quotes of its own, as one word. (actions/runner, "DockerCommandManager.cs") */
const PROGRAM = /^[\w./][\w./@+-]{0,200}$/;

/** The program that a container starts; what it is told there stands before what the image's own would be told. */
function startOf({ entrypoint, command }: CiContainer): Pick<NeedContainer, 'entrypoint' | 'command'> {
  const [program, ...more] = wordsIn(entrypoint ?? '');
  if (program === undefined) return { entrypoint: null, command };
  if (!PROGRAM.test(program)) return { entrypoint: null, command: null };
  const told = [...more.map(dockerWord), ...(command === null ? [] : [command])].join(' ');
  return { entrypoint: program, command: told === '' ? null : told };
}

/** What a container loses on its way here: secrets and what only the pipeline knows among it. */
export function lostOf(container: CiContainer): Lost[] {
  const { environment, isOwnEnvironment, lost, image, entrypoint } = container;
  const open = isOwnEnvironment ? [...environment].filter(([, { value }]) => UNKNOWN.test(value)) : [];
  const unknown = open.map(([name, { value, at }]): Lost => {
    const isSecret = /\bsecrets\s{0,4}[.[]/.test(value);
    return { what: isSecret ? `the secret in ${name}` : `${name}, which only its pipeline knows`, at: at[0] };
  });
  const isStarted = entrypoint === null || startOf(container).entrypoint !== null;
  return [...lost, ...unknown, ...(isStarted ? [] : [{ what: 'its entrypoint and command', at: image.at[0] }])];
}

/** Whether an image is known before it runs. */
function isKnown({ value }: Word): boolean {
  return /^[a-z0-9][\w.:/@-]{0,300}$/i.test(value);
}

export interface CarriedQuery {
  readonly snapshot: Snapshot;
  /** What stands beside the unit's jobs. */
  readonly containers: readonly BesideUnit[];
  /** The servers of kinds that are known. */
  readonly found: readonly FoundNeed[];
  /** Whether a workflow runs the unit's tests with nothing beside them. */
  readonly isAlone: boolean;
}

/**
 * The servers of no kind that is known, and the further ones of one that is, which a pipeline puts beside the unit's tests: as they are
 * written there, since nobody else knows how such a server is run. What other jobs have may be other ways to run the same tests.
 */
export function carriedNeeds(query: CarriedQuery): FoundNeed[] {
  const { snapshot, found } = query;
  const used = new Set(found.flatMap(({ from }) => from ?? []));
  const names = new Set(found.map(({ need }) => need.service));
  const needs: FoundNeed[] = [];
  for (const container of [...furtherOnes(query), ...unknownOnes(query)]) {
    const own = slugOf(usualName(container.image.value));
    const service = names.has(own) ? slugOf(container.name ?? '') : own;
    const isOther = used.has(container) || !isKnown(container.image) || service === '' || names.has(service);
    if (isOther || isTaken([...found, ...needs], container)) continue;
    names.add(service);
    needs.push(asNeed(snapshot, service, container));
  }
  return needs;
}

/** A second one of a known kind, beside the same commands, which reach it at a port of its own. */
function furtherOnes({ containers, found }: CarriedQuery): BesideUnit[] {
  const used = found.flatMap(({ from }) => from ?? []);
  return containers.filter(({ image, runs, ports }) => {
    const kind = serverOf(image.value);
    const isOne = (one: BesideUnit) => one.runs === runs && serverOf(one.image.value) === kind;
    return kind !== undefined && ports.length > 0 && used.some(isOne);
  });
}

/** Those of one job: of the one that has most of the known ones, else of the first. Nobody knows a driver of them: they are for what their job tests. */
function unknownOnes({ containers, found, isAlone }: CarriedQuery): BesideUnit[] {
  const used = found.flatMap(({ from }) => from ?? []);
  const ofUsed = new Set(used.map(({ runs }) => runs));
  const able = containers.filter(
    ({ isUsual, isForPeople, isTested, isShared, lines, runs }) =>
      isUsual &&
      (isTested || (!isForPeople && (ofUsed.has(runs) || (!isShared && (runs === null || lines.some(isTestTask)))))),
  );
  const jobs = [...groupedBy(able, ({ runs }) => runs).values()].map((own) => ({
    own,
    known: used.filter((one) => own.some(({ image }) => serverOf(image.value) === serverOf(one.image.value))).length,
  }));
  const most = Math.max(0, ...jobs.map(({ known }) => known));
  // Tests that also run with nothing beside them need nothing but what is known to be theirs, and what stands beside that.
  if (most === 0 && isAlone) return [];
  const best = jobs.find(({ known, own }) => known === most && (most > 0 || own.some(isUnknown)));
  return best?.own.filter(isUnknown) ?? [];
}

function isUnknown({ image }: BesideUnit): boolean {
  return serverOf(image.value) === undefined;
}

/** Whether another one has one of its ports of the machine. */
function isTaken(needs: readonly FoundNeed[], { ports }: BesideUnit): boolean {
  return needs.some(({ need }) => areInEachOthersWay(need.container?.ports ?? [], ports));
}

function asNeed(snapshot: Snapshot, service: string, container: BesideUnit): FoundNeed {
  const kind = serverOf(container.image.value);
  const { tag } = imageName(container.image.value);
  const need: Need = {
    service,
    version: kind ? serverVersion(container.image.value, kind) : tag === 'latest' ? null : tag,
    environment: knownVariables(container.environment, () => true),
    container: containerOf(container),
    because: cite(snapshot, container.image),
  };
  return { need, isProven: true, from: container, name: container.name };
}

/** Names that say nothing: the one before them does. */
const NOTHING = new Set([
  'server',
  'emulator',
  'core',
  'app',
  'api',
  'main',
  'db',
  'database',
  'service',
  'auto-setup',
]);

/** What people call a server by its image. */
function usualName(image: string): string {
  const name = serverName(image);
  return NOTHING.has(name) ? (imageName(image).repository.split('/').at(-2) ?? name) : name;
}

/** A name that GitHub takes for a container. */
function slugOf(name: string): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9_-]+/g, '-');
  return /^[a-z_]/.test(plain) ? plain.slice(0, 60) : '';
}
