import { imageName, shortName } from '../docker/image-name.ts';
import { KINDS, type Kind } from './kinds.ts';

/** The kind of server that an image is; undefined where it is none that is known. */
export function serverOf(image: string): Kind | undefined {
  const name = shortName(image);
  return KINDS.find((kind) => kind.image.test(name));
}

/**
 * The version of a server by its image: `16-alpine` is a version and a base, which does not matter to tests. What others make of a server
 * has numbers of its own behind its version.
 */
export function serverVersion(image: string, { service }: Kind): string | null {
  const { repository, tag } = imageName(image);
  if (tag === null || tag === 'latest' || tag.includes('$')) return null;
  if (service !== 'postgres' || !repository.includes('/')) return tag;
  return /(?:^|-)pg-?(\d{1,2})(?![\d])/.exec(tag)?.[1] ?? /^v?(\d{1,2})(?!\d)/.exec(tag)?.[1] ?? null;
}
