import type { ImageCatalogue } from '../../domain/catalogue.ts';
import type { ServiceContainer } from '../../domain/pipeline.ts';
import type { Unit } from '../../domain/profile.ts';
import type { IntentOf } from '../../domain/request.ts';
import { CONTAINER_KINDS, type ContainerKind } from './container-kinds.ts';

/** Whether a container of that name can be printed. */
export function isKnownContainer(service: string): boolean {
  return CONTAINER_KINDS.has(service);
}

/** Whether a version that somebody asked for can be an image's tag. (the OCI distribution specification, "Pulling manifests") */
export function isImageTag(version: string): boolean {
  return /^\w[\w.-]{0,127}$/.test(version);
}

/**
 * The containers that a unit's tests need, sorted by nothing but first mention. `wanted` stands wide before narrow; a version that is asked
 * for goes before the one that the repository shows, and that before the newest that a digest is known of.
 */
export function containersFor(
  unit: Unit,
  wanted: readonly IntentOf<'service'>[],
  images: ImageCatalogue,
): ServiceContainer[] {
  const names = new Set(wanted.map(({ service }) => service));
  return [...names].flatMap((name) => {
    const kind = CONTAINER_KINDS.get(name);
    const asked = wanted.flatMap(({ service, version }) => (service === name && version ? [version] : []));
    return kind ? [container({ unit, name, kind, asked: asked.filter(isImageTag).at(-1) ?? null, images })] : [];
  });
}

interface ContainerInput {
  readonly unit: Unit;
  readonly name: string;
  readonly kind: ContainerKind;
  readonly asked: string | null;
  readonly images: ImageCatalogue;
}

function container({ unit, name, kind, asked, images }: ContainerInput): ServiceContainer {
  const need = unit.needs.find(({ service }) => service === name);
  const shown = need?.version && isImageTag(need.version) ? need.version : null;
  const tag = `${kind.image}:${asked ?? shown ?? kind.version}`;
  const digest = images.get(tag);
  return {
    name,
    image: digest === undefined ? tag : `${tag}@${digest}`,
    port: kind.port,
    environment: { ...kind.environment, ...named(need?.environment ?? {}) },
    health: kind.health,
    // A version that was asked for has no line in the repository.
    because: asked === null || asked === shown ? (need?.because ?? []) : [],
  };
}

/** Docker takes `NAME=value`: nothing else is a name. */
function named(environment: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => /^[A-Za-z_][\w.]*$/.test(name)));
}
