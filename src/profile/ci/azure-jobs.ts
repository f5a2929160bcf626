import type { DocumentPath } from '../../domain/finding.ts';
import type { Manifest } from '../formats/manifest.ts';
import { MOST } from '../harvest/limits.ts';

/** The jobs of Azure Pipelines: the file itself, its own, and those of its stages. (Azure Pipelines, "YAML schema") */
export function azureJobs(pipeline: Manifest): DocumentPath[] {
  const stages = indexes(pipeline, ['stages']).flatMap((stage) => indexes(pipeline, [...stage, 'jobs']));
  return [[], ...indexes(pipeline, ['jobs']), ...stages].slice(0, MOST.jobs);
}

/** The places of a list. */
export function indexes(pipeline: Manifest, path: DocumentPath): DocumentPath[] {
  const value = pipeline.at(path);
  return Array.isArray(value) ? value.map((_, index) => [...path, index]) : [];
}

/** A container beside a job. */
export interface AzureService {
  readonly name: string;
  /** Where it is written out. */
  readonly path: DocumentPath;
}

/** The services of a job: each is a container of the file's resources, by its name, or written out itself. (Azure Pipelines, "Service containers") */
export function azureServices(pipeline: Manifest, job: DocumentPath): AzureService[] {
  const names = pipeline.keys([...job, 'services']).slice(0, MOST.services);
  return names.flatMap((name) => {
    const own = [...job, 'services', name];
    const named = pipeline.text(own);
    const path = named === null ? own : resource(pipeline, named);
    return path ? [{ name, path }] : [];
  });
}

function resource(pipeline: Manifest, name: string): DocumentPath | undefined {
  return indexes(pipeline, ['resources', 'containers']).find((path) => pipeline.text([...path, 'container']) === name);
}
