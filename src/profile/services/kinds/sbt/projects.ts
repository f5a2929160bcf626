import { codeLines } from '../../../ecosystems/java/gradle-script.ts';
import type { Line } from '../../../lines.ts';
import { baseName, directoryOf, joinPath } from '../../../paths.ts';
import type { Snapshot } from '../../../snapshot.ts';
import { type Word, wordAt } from '../../../word.ts';

/** A project of a build of sbt, as patterns safely read it. */
export interface SbtProject {
  readonly file: string;
  /** Its name in the build; null for the one at the root, which needs none. */
  readonly id: string | null;
  readonly directory: string;
  readonly lines: readonly Line[];
}

/** `lazy val api = (project in file("api"))`, `lazy val api: Project = project.in(file("api"))`, `lazy val api = project`. */
const PROJECT = /^(?:lazy\s+)?val\s+`?([\w-]{1,60})`?\s*(?::\s*Project\s*)?=/;

/** The projects of each `build.sbt`, those before the first of them as the one at the root. Comments are the same as in Gradle's scripts. */
export function sbtProjects(snapshot: Snapshot): SbtProject[] {
  const files = snapshot.paths.filter((path) => baseName(path) === 'build.sbt');
  return files.flatMap((file) => projectsIn(file, codeLines(snapshot.text(file) ?? '')));
}

function projectsIn(file: string, lines: readonly Line[]): SbtProject[] {
  const own = directoryOf(file);
  const projects: { id: string | null; lines: Line[] }[] = [{ id: null, lines: [] }];
  for (const line of lines) {
    const id = PROJECT.exec(line.text)?.[1];
    if (id !== undefined) projects.push({ id, lines: [] });
    projects.at(-1)?.lines.push(line);
  }
  return projects.map(({ id, lines: part }) => {
    const path = part.map(({ text }) => FOLDER.exec(text)?.[1]).find((it) => it !== undefined);
    const directory = id === null ? own : (joinPath(own, path ?? id) ?? own);
    return { file, id, directory, lines: part };
  });
}

const FOLDER = /\bin\s*\(?\s*file\(\s*"([^"]{1,200})"\s*\)/;

/** The texts of the first setting of that name: `dockerExposedPorts := Seq(8080)`, `Docker / daemonUser := "app"`. */
export function settingOf({ file, lines }: SbtProject, name: string): Word[] {
  const pattern = new RegExp(`(?:^|[\\s(./])${name}\\)?\\s*(?::=|\\+=|\\+\\+=)\\s*(.{1,200})$`);
  for (const { text, number } of lines) {
    const value = pattern.exec(text)?.[1];
    if (value === undefined) continue;
    const found = [...value.matchAll(/"([^"]{1,200})"|\b(\d{1,5})\b/g)];
    return found.map(([, word, digits]) => wordAt(word ?? digits ?? '', file, number));
  }
  return [];
}

/** The line that enables a plugin; null where none does. */
export function pluginOf({ file, lines }: SbtProject, name: string): Word | null {
  const pattern = new RegExp(`\\benablePlugins\\([^)]{0,200}\\b${name}\\b`);
  const line = lines.find(({ text }) => pattern.test(text));
  return line ? wordAt(name, file, line.number) : null;
}
