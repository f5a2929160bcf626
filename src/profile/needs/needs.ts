import type { Evidence } from '../../domain/evidence.ts';
import type { Need } from '../../domain/profile.ts';
import type { ComposeService } from '../compose/compose.ts';
import { imageName, shortName } from '../docker/image-name.ts';
import type { UnitDraft } from '../ecosystem.ts';
import { isTestOf } from '../harvest/settings.ts';
import { directoryOf, isWithin } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { firstFound, type Source } from '../source.ts';
import type { Dependency } from '../units.ts';
import { cite, type Word } from '../word.ts';
import { localAddress } from './addresses.ts';
import type { BesideUnit } from './ci-containers.ts';
import { isKnownServer, KINDS, type Kind, OWN_CONTAINERS } from './kinds.ts';

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
}

/** Compose services by the kind of server that their image is. */
export type Servers = ReadonlyMap<Kind, readonly ComposeService[]>;

/** The servers among compose services; what is built from the repository is none. */
export function serversIn(compose: readonly ComposeService[]): Servers {
  const named = compose.flatMap((service) =>
    service.build === null && service.image !== null ? [{ service, name: shortName(service.image.value) }] : [],
  );
  const ofKind = (kind: Kind) => named.flatMap(({ service, name }) => (kind.image.test(name) ? [service] : []));
  return new Map(KINDS.map((kind) => [kind, ofKind(kind)]));
}

/**
 * What a unit's tests need beside them. A driver alone is no proof that tests speak to a server, and a server alone none that this unit
 * does: SERVERS says what shows one. Version and settings come from there. Tests that start containers themselves, or that a workflow runs
 * with nothing beside them, need what a workflow puts beside them, and no more.
 */
export function findNeeds(given: NeedsInput): Need[] {
  const { testDependencies, ...whole } = given.draft;
  const draft = { ...whole, dependencies: testDependencies ?? whole.dependencies };
  const input = { ...given, draft };
  const hasOwn = draft.dependencies.some(({ name }) => OWN_CONTAINERS.test(name));
  if (draft.commands.test.length === 0) return [];
  // What a workflow puts beside the tests themselves is all that they need, as far as it is known what that is.
  const tested = input.containers.filter(({ lines }) => lines.some((line) => isTestOf(draft.ecosystem, line)));
  const isTold =
    hasOwn || input.isAlone || (tested.length > 0 && tested.every(({ image }) => isKnownServer(image.value)));
  return KINDS.flatMap((kind) => {
    const beside = needOf({ ...input, containers: tested }, kind, WORKFLOW);
    if (beside !== null || isTold) return beside ?? [];
    const need = needOf(input, kind, SERVERS);
    const isReplaced = need !== null && draft.dependencies.some(({ name }) => kind.substitutes.test(name));
    return need === null || isReplaced ? [] : [need];
  });
}

/** What shows that a server is used: its image and its settings, as far as they are written. */
interface Shown {
  readonly image: Word | null;
  readonly environment: ReadonlyMap<string, Word>;
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
    from: 'a container that a workflow puts beside the unit’s jobs, or a server that a step of them starts: by an action, by what the runner has installed, by Docker',
    find: inWorkflow,
  },
  { from: 'a compose service that the unit’s own depends on', find: dependedOn },
  { from: 'a compose service near the unit, where the unit has a driver', find: beside },
  {
    from: 'an address on this machine in a `.env` file, where the unit has a driver',
    find: addressed,
  },
];

/** The first of them. */
const WORKFLOW = SERVERS.slice(0, 1);

function needOf(input: NeedsInput, kind: Kind, sources: typeof SERVERS): Need | null {
  const { snapshot, draft } = input;
  const driver = () => draft.dependencies.find(({ name }) => kind.drivers.test(name));
  const shown = firstFound(sources, { ...input, kind, driver });
  if (!shown) return null;
  const speaker = driver();
  const used = speaker ? [snapshot.evidence(speaker.file, speaker.line)] : [];
  return {
    service: kind.service,
    version: shown.image ? versionOf(shown.image.value, kind) : null,
    environment: settingsOf(shown, kind),
    because: [...shown.because, ...used],
  };
}

/** Without a driver that is known it is this unit's where it can be for nothing but the unit's tests. */
function inWorkflow({ snapshot, containers, kind, driver }: ServerQuery): Shown | null {
  const found = containers.filter(({ image }) => kind.image.test(shortName(image.value)));
  const own = found.find(({ mayTest, isShared }) => mayTest && !isShared) ?? (driver() && found[0]);
  return own ? { ...own, because: cite(snapshot, own.image) } : null;
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
  return shown && (draft.dependencies.length === 0 || driver()) ? shown : null;
}

function beside({ snapshot, servers, draft, kind, driver }: ServerQuery): Shown | null {
  const near = servers.get(kind)?.find(({ at }) => {
    const folder = directoryOf(at.file);
    return isWithin(folder, draft.directory) || isWithin(draft.directory, folder);
  });
  const shown = shownBy(snapshot, near);
  return shown && driver() ? shown : null;
}

function addressed({ snapshot, draft, kind, driver }: ServerQuery): Shown | null {
  const shown = localAddress(snapshot, draft.directory, kind);
  return shown && driver() ? shown : null;
}

function shownBy(snapshot: Snapshot, server: ComposeService | undefined): Shown | null {
  if (!server?.image) return null;
  return { image: server.image, environment: server.environment, because: cite(snapshot, server.image) };
}

/** `16-alpine` is a version and a base: the base does not matter to tests. What others make of a server has numbers of its own behind its version. */
function versionOf(image: string, { service }: Kind): string | null {
  const { repository, tag } = imageName(image);
  if (tag === null || tag === 'latest' || tag.includes('$')) return null;
  if (service !== 'postgres' || !repository.includes('/')) return tag;
  return /(?:^|-)pg-?(\d{1,2})(?![\d])/.exec(tag)?.[1] ?? /^v?(\d{1,2})(?!\d)/.exec(tag)?.[1] ?? null;
}

/** What the container itself reads. Expressions of a workflow stand for values that are not ours to know. */
function settingsOf({ environment }: Shown, { settings }: Kind): Record<string, string> {
  const known = [...environment].filter(([name, { value }]) => settings.test(name) && !value.includes('${{'));
  return Object.fromEntries(known.map(([name, { value }]) => [name, value]));
}
