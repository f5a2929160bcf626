import type { Evidence } from '../../domain/evidence.ts';
import type { ComposeService } from '../compose/compose.ts';
import { imageName } from '../docker/image-name.ts';
import type { UnitDraft } from '../ecosystem.ts';
import { directoryOf, isWithin } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { firstFound, type Source } from '../source.ts';
import type { Dependency } from '../units.ts';
import { cite, type Word } from '../word.ts';
import { withAliases } from './aliases.ts';
import { carriedNeeds, containerOf, knownVariables } from './carried.ts';
import type { CiContainer } from './ci-container.ts';
import type { BesideUnit } from './ci-containers.ts';
import { composeContainer } from './compose-containers.ts';
import { withCreated } from './created-database.ts';
import { emulatorAddress } from './emulator-address.ts';
import type { FoundNeed } from './found-need.ts';
import { KINDS, type Kind, OWN_CONTAINERS, replacedBy } from './kinds.ts';
import { serverName, serverOf, serverVersion } from './server-image.ts';
import { withLogin } from './settings/logged-in.ts';
import { reach } from './settings/reach.ts';
import type { ServerSettings } from './settings/server-settings.ts';

export interface NeedsInput {
  readonly snapshot: Snapshot;
  readonly draft: UnitDraft;
  /** Compose services that run what this unit makes. */
  readonly own: readonly ComposeService[];
  /** The compose services of the repository that are servers. */
  readonly servers: Servers;
  /** Containers that the repository's own workflows put beside this unit's jobs. */
  readonly containers: readonly BesideUnit[];
  /** Whether a workflow runs the unit's tests with nothing beside them. */
  readonly isAlone: boolean;
  /** Whether the tests start their servers by a command of their own. */
  readonly startsOwn: boolean;
  /** What the settings say that the unit's tests run with. */
  readonly settings: readonly ServerSettings[];
}

/** Compose services by the kind of server that their image is. */
export type Servers = ReadonlyMap<Kind, readonly ComposeService[]>;

/** The servers among compose services; what is built from the repository is none. */
export function serversIn(compose: readonly ComposeService[]): Servers {
  const named = compose.flatMap((service) => {
    const kind = service.build === null && service.image ? serverOf(service.image.value) : undefined;
    return kind ? [{ service, kind }] : [];
  });
  return new Map(KINDS.map((kind) => [kind, named.flatMap((it) => (it.kind === kind ? [it.service] : []))]));
}

/**
 * What a unit's tests need beside them. A driver alone is no proof that tests speak to a server, and a server alone none that this unit
 * does: SERVERS says what shows one. Version and settings come from there. Tests that start containers themselves, or that a workflow runs
 * with nothing beside them, need what a workflow puts beside them, and no more.
 */
export function findNeeds(given: NeedsInput): FoundNeed[] {
  const draft = { ...given.draft, dependencies: given.draft.testDependencies ?? given.draft.dependencies };
  const input = { ...given, draft };
  const hasOwn = given.startsOwn || draft.dependencies.some(({ name }) => OWN_CONTAINERS.test(name));
  if (draft.commands.test.length === 0) return [];
  // What a workflow puts beside the tests themselves is all that they need, where it is known what that is.
  const tested = input.containers.filter(({ isTested }) => isTested);
  const isTold = hasOwn || tested.length > 0 || input.isAlone;
  const found = KINDS.flatMap((kind) => {
    const beside = needOf({ ...input, containers: tested }, kind, WORKFLOW);
    if (beside !== null || isTold) return beside ?? [];
    const need = needOf(input, kind, SERVERS);
    const isReplaced = need !== null && draft.dependencies.some(({ name }) => kind.substitutes.test(name));
    return need === null || isReplaced ? [] : [need];
  });
  const known = found.filter(({ need }) => !isOtherWay(need.service, found));
  return withAliases([...known, ...carriedNeeds({ ...input, found: known })]);
}

/** Whether a server is one way of several to run the same tests, and another one is there for them. */
function isOtherWay(service: string, found: readonly FoundNeed[]): boolean {
  const first = replacedBy(service);
  return first !== null && found.some(({ need }) => need.service === first);
}

/** What shows that a server is used: its image and its settings, as far as they are written. */
interface Shown {
  readonly image: Word | null;
  readonly environment: ReadonlyMap<string, Word>;
  /** How it is run there; null where that is not written. */
  readonly container: CiContainer | null;
  /** The container of a pipeline, beside which tests are known to pass. */
  readonly from: BesideUnit | null;
  readonly because: readonly Evidence[];
}

interface ServerQuery extends NeedsInput {
  readonly kind: Kind;
  /** The package of the unit that speaks to it. Asked last: few repositories show a server, and patterns of packages are long. */
  readonly driver: () => Dependency | undefined;
}

/** What shows that the unit's tests speak to a server, best first. */
export const SERVERS: readonly Source<ServerQuery, Shown>[] = [
  {
    from: 'a container that a workflow puts beside the unit’s jobs, or a server that a step of them starts: by an action, by what the runner has installed, by Docker, by compose',
    find: inWorkflow,
  },
  { from: 'a compose service that the unit’s own depends on', find: dependedOn },
  { from: 'a compose service near the unit, where the unit has a driver', find: beside },
  {
    from: 'the settings that the tests read, of their framework or in a `.env` file, with a server on this machine, where the unit has its driver',
    find: told,
  },
  {
    from: 'the address on this machine of an emulator in a `.env` file, where the unit has its driver',
    find: emulated,
  },
];

/** The first of them. */
const WORKFLOW = SERVERS.slice(0, 1);

function needOf(input: NeedsInput, kind: Kind, sources: typeof SERVERS): FoundNeed | null {
  const { snapshot, draft } = input;
  const driver = () => draft.dependencies.find(({ name }) => kind.drivers.test(name));
  const shown = firstFound(sources, { ...input, kind, driver });
  if (!shown) return null;
  const speaker = driver();
  const used = speaker ? [snapshot.evidence(speaker.file, speaker.line)] : [];
  const { image, container, from } = shown;
  const need = {
    service: kind.service,
    version: image ? serverVersion(image.value, kind) : null,
    environment: settingsOf(shown, kind),
    ...(container ? { container: containerOf(container) } : {}),
    because: [...shown.because, ...used],
  };
  return {
    need: from ? need : withLogin(need, input.settings),
    isProven: from !== null,
    from,
    name: container?.name ?? null,
  };
}

/** Without a driver that is known it is this unit's where it can be for nothing but the unit's tests. */
function inWorkflow({ snapshot, containers, kind, driver }: ServerQuery): Shown | null {
  const found = [
    ...containers.filter(({ image }) => kind.image.test(serverName(image.value))),
    ...containers.filter((container) => isMadeOf(container, kind)),
  ];
  const own = found.find(({ mayTest, isShared }) => mayTest && !isShared) ?? (driver() && found[0]);
  if (!own) return null;
  const environment = withCreated(kind.service, own.environment, own);
  return { image: own.image, environment, container: own, from: own, because: cite(snapshot, own.image) };
}

/** What others make of a server has a name of its own with the server's in it, and takes the server's settings. */
function isMadeOf({ image, environment }: BesideUnit, { image: names, service, settings }: Kind): boolean {
  const name = serverName(image.value);
  const isSet = [...environment.keys()].some((key) => settings.test(key));
  return !names.test(name) && name.split(/[-_]/).includes(service) && isSet;
}

/** A unit without any dependency may speak to a server by what its language brings. */
function dependedOn({ snapshot, draft, own, servers, kind, driver }: ServerQuery): Shown | null {
  const [wanted] = own.flatMap(
    ({ dependsOn, at }) =>
      servers
        .get(kind)
        ?.filter((it) => dependsOn.includes(it.name) && directoryOf(it.at.file) === directoryOf(at.file)) ?? [],
  );
  const shown = shownBy(snapshot, wanted);
  return shown && (isBare(draft) || driver()) ? shown : null;
}

/** Whether a manifest names no package at all; one whose tests need none is another matter. */
function isBare({ dependencies, testDependencies }: UnitDraft): boolean {
  return dependencies.length === 0 && testDependencies === undefined;
}

function beside({ snapshot, servers, draft, kind, driver }: ServerQuery): Shown | null {
  const near = servers.get(kind)?.find(({ at }) => {
    const folder = directoryOf(at.file);
    return isWithin(folder, draft.directory) || isWithin(draft.directory, folder);
  });
  const shown = shownBy(snapshot, near);
  return shown && driver() ? shown : null;
}

function emulated({ snapshot, draft, kind, driver }: ServerQuery): Shown | null {
  if (kind.emulator === undefined || !driver()) return null;
  const because = emulatorAddress(snapshot, draft.directory, kind.emulator);
  return because && { ...NOT_SAID, because: [because] };
}

const NOT_SAID = { image: null, environment: new Map<string, Word>(), container: null, from: null };

/** Settings that name a server elsewhere show none that could stand beside the tests, and compose may run another one in its place. */
function told(query: ServerQuery): Shown | null {
  const { snapshot, settings, kind, driver } = query;
  const found = settings.find(({ service, isShown }) => isShown && service === kind.service);
  if (!found || !reach(found, { service: kind.service, environment: {} })) return null;
  if (found.hasDriver !== true && !driver()) return null;
  if (KINDS.some((other) => other.insteadOf === kind.service && isRun(query, other))) return null;
  return { ...NOT_SAID, because: [snapshot.evidence(found.at.file, found.at.line)] };
}

/** Whether compose runs another server in its place. */
function isRun(query: ServerQuery, kind: Kind): boolean {
  const driver = () => query.draft.dependencies.find(({ name }) => kind.drivers.test(name));
  return (dependedOn({ ...query, kind, driver }) ?? beside({ ...query, kind, driver })) !== null;
}

function shownBy(snapshot: Snapshot, server: ComposeService | undefined): Shown | null {
  if (!server?.image) return null;
  const { image, environment } = server;
  return { image, environment, container: composeContainer(server), from: null, because: cite(snapshot, image) };
}

/** What the container reads: of an image that only its makers know, all that a pipeline tells it alone. */
function settingsOf({ image, environment, from }: Shown, { settings }: Kind): Record<string, string> {
  const isForeign = from?.isOwnEnvironment === true && imageName(image?.value ?? '').repository.includes('/');
  const known = knownVariables(environment, (name) => isForeign || settings.test(name));
  // The older name of the password gives way to the one that the container has by itself.
  return Object.fromEntries(
    Object.entries(known).map(([name, value]) => [name.replace(/^SA_PASSWORD$/, 'MSSQL_SA_PASSWORD'), value]),
  );
}
