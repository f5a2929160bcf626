import type { DocumentPath } from '../../domain/finding.ts';
import { azureJobs, azureServices } from '../ci/azure-jobs.ts';
import { scriptAt } from '../ci/yaml-steps.ts';
import type { Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import type { Snapshot } from '../snapshot.ts';
import { wordAt } from '../word.ts';
import { type CiContainer, environmentOf, typed } from './ci-container.ts';

const FILES = ['azure-pipelines.yml', 'azure-pipelines.yaml', '.azure-pipelines.yml', '.azure-pipelines.yaml'];

/** The services of Azure's jobs. */
export function azureContainers(snapshot: Snapshot): CiContainer[] {
  return FILES.filter((file) => snapshot.text(file)?.includes('services:')).flatMap((file) => {
    const { value: pipeline } = readYamlManifest(snapshot, file);
    return azureJobs(pipeline).flatMap((job) => containersOf(pipeline, job));
  });
}

function containersOf(pipeline: Manifest, job: DocumentPath): CiContainer[] {
  const lines = pipeline
    .items([...job, 'steps'])
    .flatMap((step) => ['script', 'bash'].flatMap((kind) => typed(scriptAt(pipeline, [...step, kind]))));
  return azureServices(pipeline, job).flatMap(({ path }): CiContainer[] => {
    const image = pipeline.text([...path, 'image']);
    if (image === null) return [];
    const word = wordAt(image, pipeline.file, pipeline.lineOf([...path, 'image']));
    return [{ image: word, environment: environmentOf(pipeline, [...path, 'env']), runs: [{ directory: '.', lines }] }];
  });
}
