import type { Command } from '../../../domain/profile.ts';
import { directoryOf, joinPath } from '../../paths.ts';
import { dependencyPath } from './dependencies.ts';
import { type Place, programCommand } from './place.ts';
import { scriptText } from './scripts.ts';

/** Scripts that managers start when they install. */
const WHEN_INSTALLED = ['preinstall', 'install', 'postinstall', 'prepare'];

/**
 * What writes Prisma's client after an installation, for each package with a schema. A hook of Prisma's own does so for some managers and
 * releases alone; a package's own scripts may do it. (prisma.io, "Generating Prisma Client"; pnpm.io, "Settings", `onlyBuiltDependencies`)
 */
export function prismaClients(root: Place, members: readonly Place[]): Command[] {
  const writes = (place: Place) => WHEN_INSTALLED.some((name) => /\bgenerate\b/.test(scriptText(place.manifest, name)));
  if (writes(root)) return [];
  return [root, ...members].flatMap((place) => {
    const dependency = dependencyPath(place.manifest, 'prisma');
    const schema = dependency === null ? null : schemaOf(place);
    if (dependency === null || schema === null || writes(place)) return [];
    const because = [place.manifest.evidence(dependency), { file: schema, line: 1 }];
    return [programCommand(place, 'prisma generate', because)];
  });
}

/** Where Prisma looks for it by itself, and where the package says that it is. (prisma.io, "Prisma schema location") */
function schemaOf({ project: { snapshot }, manifest }: Place): string | null {
  const names = [manifest.text(['prisma', 'schema']), 'prisma/schema.prisma', 'schema.prisma'];
  const paths = names.flatMap((name) => (name === null ? [] : (joinPath(directoryOf(manifest.file), name) ?? [])));
  return paths.find((path) => snapshot.has(path)) ?? null;
}
