import type { Package } from '../../domain/profile.ts';
import { type DotnetProject, readProjects } from '../ecosystems/dotnet/project.ts';
import { testEvidence } from '../ecosystems/dotnet/tests.ts';
import { baseName } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';

const NAME = /^[A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+){0,50}$/;

/** Lines that say that a project is a package. That one could be packed says nothing: nearly every library could. */
const SIGNS = ['PackageId', 'GeneratePackageOnBuild', 'IsPackable', 'PackAsTool'];

/** Projects that say themselves that they are packages. */
export function nugetPackages(snapshot: Snapshot, files: readonly string[]): Package[] {
  return readProjects(snapshot, files).value.flatMap((project): Package[] => {
    const sign = signOf(project);
    const name = project.property('PackageId')?.value ?? baseName(project.file).replace(/\.\w+$/, '');
    if (!sign || !NAME.test(name) || project.sdk === null || testEvidence(snapshot, project)) return [];
    const { directory, file } = project;
    return [{ registry: 'nuget', name, directory, file, because: [sign.because] }];
  });
}

function signOf(project: DotnetProject) {
  if (project.property('IsPackable')?.value.toLowerCase() === 'false') return null;
  const signs = SIGNS.flatMap((name) => project.property(name) ?? []);
  return signs.find(({ value }) => value.toLowerCase() !== 'false') ?? null;
}
