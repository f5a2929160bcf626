import type { Command } from '../../../domain/profile.ts';
import { readJson } from '../../formats/json.ts';
import { baseName, joinPath } from '../../paths.ts';
import { type ScriptCheck, scriptFor } from './checks.ts';
import { dependencyPath } from './dependencies.ts';
import { programCommand } from './place.ts';
import type { Project } from './workspace.ts';

/** A task of Turborepo or Nx, where the root has no script for it: only one that is declared and that some package can do. */
export function orchestratedTask(project: Project, check: ScriptCheck): Command | null {
  return turboTask(project, check) ?? nxTask(project, check);
}

function turboTask(project: Project, check: ScriptCheck): Command | null {
  const { snapshot, root, members } = project;
  const file = joinPath(project.directory, 'turbo.json') ?? 'turbo.json';
  const dependency = dependencyPath(root, 'turbo');
  if (!snapshot.has(file) || !dependency) return null;
  const { value: turbo } = readJson(snapshot, file);
  for (const member of members) {
    const script = scriptFor(member, check);
    const table = script === null ? undefined : ['tasks', 'pipeline'].find((key) => turbo.keys([key]).includes(script));
    if (script === null || table === undefined || !members.every((other) => isSame(other, check, script))) continue;
    const because = [turbo.evidence([table, script]), member.evidence(['scripts', script]), root.evidence(dependency)];
    return programCommand({ project, manifest: root }, `turbo run ${script}`, because);
  }
  return null;
}

/** turbo runs a script of that name wherever there is one: none of them may be one that does not end. */
function isSame(member: Project['root'], check: ScriptCheck, script: string): boolean {
  return member.text(['scripts', script]) === null || scriptFor(member, check) === script;
}

/** Targets that projects write down; those that plug-ins infer are not known. */
function nxTask(project: Project, check: ScriptCheck): Command | null {
  const { snapshot, root, directory } = project;
  const file = joinPath(directory, 'nx.json') ?? 'nx.json';
  const dependency = dependencyPath(root, 'nx');
  if (!snapshot.has(file) || !dependency) return null;
  const targets = check === 'typecheck' ? ['typecheck', 'type-check'] : [check];
  for (const path of snapshot.within(directory)) {
    if (baseName(path) !== 'project.json') continue;
    const { value } = readJson(snapshot, path);
    const target = targets.find((name) => value.keys(['targets']).includes(name));
    if (target === undefined) continue;
    const because = [value.evidence(['targets', target]), snapshot.evidence(file, 1), root.evidence(dependency)];
    return programCommand({ project, manifest: root }, `nx run-many -t ${target}`, because);
  }
  return null;
}
