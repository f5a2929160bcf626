import { findBuilds, type GradleBuild } from '../../../ecosystems/java/gradle-build.ts';
import { oncePerFile } from '../../../once.ts';
import { isWithin, joinPath, relativeTo } from '../../../paths.ts';
import type { Snapshot } from '../../../snapshot.ts';
import { type GradleModule, gradleModules } from './module.ts';

/** A program of more projects is nobody's. */
const MOST = 100;

/**
 * The folders of the other projects of its build that a project of Gradle is made of, by those that its scripts name and theirs, and what the
 * script of the root has all of them need; the whole build where one lies elsewhere than its name says.
 */
export const projectsOfGradle = oncePerFile((snapshot: Snapshot, directory: string): readonly string[] => {
  const [build] = findBuilds(snapshot)
    .value.filter((it) => isWithin(it.directory, directory))
    .sort((a, b) => b.directory.length - a.directory.length);
  const modules = new Map(build ? gradleModules(snapshot, build).map((it) => [it.directory, it]) : []);
  if (!build || !modules.has(directory)) return [];
  const root = modules.get(build.directory);
  const shared = root === undefined ? [] : namedBy(root, modules, NEEDS);
  const found = new Set([directory, ...shared]);
  for (const folder of found) {
    const module = modules.get(folder);
    if (module && found.size < MOST) for (const other of namedBy(module, modules, /./)) found.add(other);
  }
  const others = [...found].filter((folder) => folder !== directory);
  return others.every(snapshot.exists) ? others : [build.directory];
});

/** A line by which a project needs another one. */
const NEEDS = /\b(?:implementation|api|compile|compileOnly|runtimeOnly|runtime)\b/;

/** `project(":shared")`, `project(path: ":shared")`. (docs.gradle.org, "Declaring dependencies") */
const BY_PATH =
  /(?:^|[^\w.])project\s{0,4}\(?\s{0,4}(?:path\s{0,4}[:=]\s{0,4})?["']:?([\w.-]{1,100}(?::[\w.-]{1,100}){0,10})["']/g;

/** `projects.sharedCore`. (docs.gradle.org, "Type-safe project accessors") */
const BY_ACCESSOR = /(?:^|[^\w.])projects\.([A-Za-z][\w.]{0,200})/g;

function namedBy({ scripts, build }: GradleModule, modules: ReadonlyMap<string, GradleModule>, line: RegExp): string[] {
  const texts = scripts.flatMap(({ lines }) => lines.map(({ text }) => text).filter((text) => line.test(text)));
  return texts.flatMap((text) => [
    ...[...text.matchAll(BY_PATH)].flatMap(
      ([, path = '']) => joinPath(build.directory, path.replaceAll(':', '/')) ?? [],
    ),
    ...[...text.matchAll(BY_ACCESSOR)].flatMap(([, name = '']) => accessed(build, modules, name)),
  ]);
}

function accessed(build: GradleBuild, modules: ReadonlyMap<string, GradleModule>, name: string): string[] {
  const plain = (text: string) => text.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
  return [...modules.keys()].filter((folder) => plain(relativeTo(build.directory, folder)) === plain(name));
}
