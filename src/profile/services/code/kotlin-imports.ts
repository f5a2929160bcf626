import { directoryOf } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { projectsOfGradle } from '../kinds/gradle/parts.ts';

/** So many files are looked into. */
const MOST = 12;

/** A function that a file imports, with its package. (kotlinlang.org, "Packages and imports") */
const IMPORT = /^import[^\S\n]{1,4}([a-z][\w.]{0,200})\.([a-z]\w{0,80})[^\S\n]{0,4}$/gm;

/** Functions whose name promises routes of a server. */
const PROMISING = /monitor|health|routes?$|routing|liveness|readiness|internal|probes?|status/i;

/**
 * Files of the other projects of a Gradle build from which a server of Ktor imports functions that promise routes: what these add, the
 * program serves. (ktor.io, "Modules")
 */
export function importedByKtor(snapshot: Snapshot, files: readonly string[]): string[] {
  const servers = files.filter((file) => file.endsWith('.kt') && snapshot.text(file)?.includes('io.ktor.server'));
  const imports = servers.flatMap((file) =>
    [...(snapshot.text(file) ?? '').matchAll(IMPORT)].filter(([, , name = '']) => PROMISING.test(name)),
  );
  const projects = new Set(servers.map((file) => file.replace(/\/?\bsrc\/.*$/, '') || '.'));
  const packages = new Set(imports.map(([, name = '']) => `/${name.replaceAll('.', '/')}`));
  if (packages.size === 0) return [];
  return [...new Set([...projects].flatMap((project) => projectsOfGradle(snapshot, project)))]
    .flatMap((folder) => snapshot.within(folder))
    .filter((file) => /\/src\/(?:main|jvmMain|commonMain)\/.{1,400}\.kt$/.test(`/${file}`) && !files.includes(file))
    .filter((file) => [...packages].some((end) => directoryOf(file).endsWith(end)))
    .slice(0, MOST);
}
