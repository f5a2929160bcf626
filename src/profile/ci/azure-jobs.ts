import type { DocumentPath } from '../../domain/finding.ts';
import type { Manifest } from '../formats/manifest.ts';
import { MOST } from './limits.ts';

/** The jobs of Azure Pipelines: the file itself, its own, and those of its stages. (Azure Pipelines, "YAML schema") */
export function azureJobs(pipeline: Manifest): DocumentPath[] {
  const stages = pipeline.items(['stages']).flatMap((stage) => pipeline.items([...stage, 'jobs']));
  return [[], ...pipeline.items(['jobs']), ...stages].slice(0, MOST.jobs);
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
  return pipeline.items(['resources', 'containers']).find((path) => pipeline.text([...path, 'container']) === name);
}
