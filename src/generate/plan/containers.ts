import type { ImageCatalogue } from '../../domain/catalogue.ts';
import type { DockerOption } from '../../domain/container.ts';
import type { ServiceContainer } from '../../domain/pipeline.ts';
import type { Need, Unit } from '../../domain/profile.ts';
import type { IntentOf } from '../../domain/request.ts';
import { isFixedImage } from '../../workflow/facts/images.ts';
import { CONTAINER_KINDS, type ContainerKind } from './container-kinds.ts';

/** Whether it is known how a container of that name is run, by its kind or by what stands beside these units. */
export function isKnownContainer(service: string, units: readonly Unit[]): boolean {
  const isShown = ({ needs }: Unit) => needs.some((need) => need.service === service && need.container?.image != null);
  return CONTAINER_KINDS.has(service) || units.some(isShown);
}

/** Whether a version that somebody asked for can be an image's tag. (the OCI distribution specification, "Pulling manifests") */
export function isImageTag(version: string): boolean {
  return /^\w[\w.-]{0,127}$/.test(version);
}

/**
 * The containers that a unit's tests need, sorted by nothing but first mention. `wanted` stands wide before narrow; a version that is asked
 * for goes before the one that the repository shows, and that before the newest that a digest is known of. Of those that listen at the same
 * port of the runner one is there, which the repository shows where it shows one: a job with both could not start.
 */
export function containersFor(
  unit: Unit,
  wanted: readonly IntentOf<'service'>[],
  images: ImageCatalogue,
): ServiceContainer[] {
  const names = new Set(wanted.map(({ service }) => service));
  const made = [...names].flatMap((name) => {
    const asked = wanted.flatMap(({ service, version }) => (service === name && version ? [version] : []));
    return container({ unit, name, asked: asked.filter(isImageTag).at(-1) ?? null, images }) ?? [];
  });
  const isShown = ({ name }: ServiceContainer) => unit.needs.some(({ service }) => service === name);
  const before = [...made.filter(isShown), ...made.filter((one) => !isShown(one))];
  return made.filter((one) => !before.slice(0, before.indexOf(one)).some((other) => isAtSamePort(one, other)));
}

/** Whether both listen at one port of the runner, so that only one of them can start. (docs.github.com, "jobs.<job_id>.services.<service_id>.ports") */
function isAtSamePort(one: ServiceContainer, other: ServiceContainer): boolean {
  const taken = new Set(other.ports.flatMap(hostPort));
  return one.ports.flatMap(hostPort).some((port) => taken.has(port));
}

/** `5432` of `5432:5432`; none where the runner chooses one. */
function hostPort(port: string): string[] {
  const [, host] = /^(\d{1,5}):/.exec(port) ?? [];
  return host === undefined ? [] : [host];
}

interface ContainerInput {
  readonly unit: Unit;
  readonly name: string;
  readonly asked: string | null;
  readonly images: ImageCatalogue;
}

function container({ unit, name, asked, images }: ContainerInput): ServiceContainer | null {
  const need = unit.needs.find(({ service }) => service === name);
  const kind = CONTAINER_KINDS.get(name);
  const written = need?.container;
  const image = imageFor({ need, kind, asked, images });
  if (image === null) return null;
  const options = written?.options ?? [];
  const isChecked = options.some(([option]) => option === '--health-cmd' || option === '--no-healthcheck');
  return {
    name,
    image,
    ports: written && written.ports.length > 0 ? written.ports : (kind?.ports ?? []).map((port) => `${port}:${port}`),
    environment: environmentFor(need, kind),
    options: isChecked ? options : [...options, ...healthOptions(kind?.health ?? null)],
    entrypoint: written?.entrypoint ?? null,
    command: written?.command ?? kind?.command ?? null,
    // A version that was asked for has no line in the repository.
    because: asked === null || asked === shownVersion(need) ? (need?.because ?? []) : [],
  };
}

function shownVersion(need: Need | undefined): string | null {
  return need?.version && isImageTag(need.version) ? need.version : null;
}

interface ImageInput extends Pick<ContainerInput, 'asked' | 'images'> {
  readonly need: Need | undefined;
  readonly kind: ContainerKind | undefined;
}

/** The image that the repository runs, as it is written, where that is not the usual one of its kind; null where none of them stays the same. */
function imageFor({ need, kind, asked, images }: ImageInput): string | null {
  const written = need?.container?.image ?? null;
  const usual = kind ? `${kind.image}:${asked ?? shownVersion(need) ?? kind.version}` : null;
  const isUsual = written === null || (isOfKind(written, kind) && !written.includes('@'));
  const own = isUsual ? null : asked === null ? written : `${repositoryOf(written)}:${asked}`;
  return [own, usual].flatMap((image) => (image === null ? [] : (pinned(image, images) ?? []))).at(0) ?? null;
}

/** The image with its digest, where one is known; null where nothing says that it stays the same. */
function pinned(image: string, images: ImageCatalogue): string | null {
  const digest = image.includes('@') ? undefined : images.get(withoutHub(image));
  if (digest !== undefined) return `${image}@${digest}`;
  return isFixedImage(image) ? image : null;
}

/** An image's name without tag and digest. */
function repositoryOf(image: string): string {
  return image.replace(/@.*$/s, '').replace(/:[^/:]*$/, '');
}

function isOfKind(image: string, kind: ContainerKind | undefined): boolean {
  return repositoryOf(withoutHub(image)) === kind?.image;
}

/** `docker.io/library/postgres:17` is `postgres:17`. (distribution/reference, "normalize.go") */
function withoutHub(image: string): string {
  return image.replace(/^(?:(?:index\.|registry-1\.)?docker\.io\/)?(?:library\/)?/, '');
}

/** What its kind needs at least, and what the repository tells it; of what the repository tells it in another way, its own. */
function environmentFor(need: Need | undefined, kind: ContainerKind | undefined): Readonly<Record<string, string>> {
  const own = need?.environment ?? {};
  const least = Object.entries(kind?.environment ?? {}).filter(
    ([name]) => !Object.keys(own).some((other) => kind?.instead?.[name]?.includes(other)),
  );
  return named({ ...Object.fromEntries(least), ...own });
}

/** The job waits until the command succeeds: at most a minute after the container has started. */
function healthOptions(health: string | null): DockerOption[] {
  if (health === null) return [];
  return [
    ['--health-cmd', health],
    ['--health-interval', '5s'],
    ['--health-timeout', '5s'],
    ['--health-retries', '12'],
  ];
}

/** Why the image that the repository runs beside a unit's tests is not there; null where it is. */
export function imageReason({ needs }: Unit, service: string, images: ImageCatalogue): string | null {
  const need = needs.find((it) => it.service === service);
  const written = need?.container?.image ?? null;
  const kind = CONTAINER_KINDS.get(service);
  if (!need || written === null || isOfKind(written, kind) || pinned(written, images) !== null) return null;
  const [at] = need.because;
  const fix = `give it a tag or a digest${at ? ` in ${at.file}:${at.line}` : ''}`;
  const usual = imageFor({ need, kind, asked: null, images });
  return usual === null
    ? `The image ${written} has no tag that stays, so the container ${service} was left out: ${fix}.`
    : `The image ${written} has no tag that stays, so ${usual.replace(/@.*$/, '')} stands in its place: ${fix}.`;
}

/** Docker takes `NAME=value`: nothing else is a name. */
function named(environment: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => /^[A-Za-z_][\w.]*$/.test(name)));
}
