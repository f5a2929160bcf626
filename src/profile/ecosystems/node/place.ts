import type { Command } from '../../../domain/profile.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { directoryOf, joinPath } from '../../paths.ts';
import { programLine, scriptLine } from './invocation.ts';
import { scriptBody } from './scripts.ts';
import type { Project } from './workspace.ts';

/** A package of a project, where its commands run. */
export interface Place {
  readonly project: Project;
  readonly manifest: Manifest;
}

/** A command that starts a script. */
export function scriptCommand({ project, manifest }: Place, name: string, args: readonly string[] = []): Command {
  return {
    run: scriptLine(project.choice.manager, name, args),
    directory: directoryOf(manifest.file),
    because: [manifest.evidence(['scripts', name])],
  };
}

/** A command that starts a program of a dependency; the lines are its reasons. */
export function programCommand({ project, manifest }: Place, program: string, because: Command['because']): Command {
  const isScript = scriptBody(manifest, program.split(' ', 1)[0] ?? '') !== null;
  return {
    run: programLine(project.choice.manager, program, isScript),
    directory: directoryOf(manifest.file),
    because,
  };
}

/** The first file beside a package.json whose name fits; null where there is none. */
export function fileBeside({ project: { snapshot }, manifest }: Place, name: RegExp): string | null {
  const directory = directoryOf(manifest.file);
  const found = snapshot.namesIn(directory).find((file) => name.test(file));
  return found === undefined ? null : joinPath(directory, found);
}
