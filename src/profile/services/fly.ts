import { readToml } from '../formats/toml.ts';
import { directoryOf, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Word, wordAt } from '../word.ts';
import type { ImageBuild } from './image-build.ts';

/** What fly.toml says of the one program that it runs. */
export interface FlyApp {
  readonly port: Word | null;
  /** The path that it asks to know whether the program is well. */
  readonly health: Word | null;
}

/** The globs that this reads. */
export const FLY_READS = ['**/fly.toml'];

/** What a fly.toml says that runs what a build makes, beside its Dockerfile or where it is built; null where none does. (fly.io, "Fly Launch configuration") */
export function flyApp(snapshot: Snapshot, { facts, context }: ImageBuild): FlyApp | null {
  for (const folder of new Set([directoryOf(facts.file), context])) {
    const file = joinPath(folder, 'fly.toml');
    if (file === null || !snapshot.has(file)) continue;
    const { value } = readToml(snapshot, file);
    if (joinPath(folder, value.text(['build', 'dockerfile']) ?? 'Dockerfile') !== facts.file) continue;
    const services = [['http_service'], ...value.items(['services'])];
    const checks = services.flatMap((service) =>
      ['checks', 'http_checks'].flatMap((name) => value.items([...service, name])),
    );
    const first = (paths: typeof services, key: string): Word | null => {
      const path = paths.map((at) => [...at, key]).find((at) => value.scalar(at) !== null);
      return path === undefined ? null : wordAt(value.scalar(path) ?? '', file, value.lineOf(path));
    };
    return { port: first(services, 'internal_port'), health: first(checks, 'path') };
  }
  return null;
}
