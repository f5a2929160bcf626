import { dockerWord } from '../../domain/container.ts';
import type { DocumentPath } from '../../domain/finding.ts';
import { published } from '../ci/published.ts';
import { isMapping } from '../formats/manifest.ts';
import { type Word, wordAt } from '../word.ts';
import type { ComposeRun } from './compose.ts';
import { isScalar, type ServicePlace, textAt } from './place.ts';

/** How compose runs the service at `path`. */
export function runOf(place: ServicePlace, path: DocumentPath): ComposeRun {
  return {
    published: publishedOf(place, [...path, 'ports']),
    entrypoint: wordsAt(place, [...path, 'entrypoint']),
    command: wordsAt(place, [...path, 'command']),
    health: healthOf(place, [...path, 'healthcheck']),
    mounted: mountedIn(place, [...path, 'volumes']),
    profiles: place.manifest.texts([...path, 'profiles']),
  };
}

function publishedOf(place: ServicePlace, path: DocumentPath): string[] {
  const ports = place.manifest.items(path).flatMap((item) => {
    const long = place.manifest.at(item);
    const written = isMapping(long) ? longForm(long) : textAt(place, item)?.value;
    return written === undefined ? [] : (published(written, false) ?? []);
  });
  return [...new Set(ports)];
}

function longForm({ target, published: outer = target, protocol = 'tcp' }: Readonly<Record<string, unknown>>) {
  const isPlain = isScalar(target) && isScalar(outer) && isScalar(protocol);
  return isPlain ? `${outer}:${target}/${protocol}` : undefined;
}

/** A text as it is, or a list as a shell would read it. */
function wordsAt(place: ServicePlace, path: DocumentPath): Word | null {
  const { manifest } = place;
  const items = manifest.items(path).flatMap((item) => textAt(place, item)?.value ?? []);
  if (items.length === 0) return textAt(place, path);
  return wordAt(items.map(dockerWord).join(' '), manifest.file, manifest.lineOf(path));
}

const TIMES = ['interval', 'timeout', 'retries', 'start_period'];

function healthOf(place: ServicePlace, path: DocumentPath): ReadonlyMap<string, string> {
  return new Map(
    TIMES.flatMap((name): [string, string][] => {
      const value = textAt(place, [...path, name])?.value ?? '';
      return /^[\d.hmsu]{1,20}$/.test(value) ? [[name, value]] : [];
    }),
  );
}

/** The target of `./a:/b`, `/a:/b:ro` or the long form: what a name stands for is empty in a container of ours, too. */
function mountedIn({ manifest }: ServicePlace, path: DocumentPath): string[] {
  return manifest.items(path).flatMap((item): string[] => {
    const mount = manifest.at(item);
    if (isMapping(mount)) return mount.type === 'bind' && typeof mount.target === 'string' ? [mount.target] : [];
    const [, target] = /^[./~$][^:]{0,300}:([^:]{1,300})/.exec(typeof mount === 'string' ? mount : '') ?? [];
    return target === undefined ? [] : [target];
  });
}
