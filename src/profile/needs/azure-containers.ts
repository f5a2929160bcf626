import type { DocumentPath } from '../../domain/finding.ts';
import { azureJobs, azureServices } from '../ci/azure-jobs.ts';
import { publishedAt } from '../ci/published.ts';
import { scriptAt } from '../ci/yaml-steps.ts';
import type { Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import type { Snapshot } from '../snapshot.ts';
import { wordAt } from '../word.ts';
import { type CiContainer, ciContainer, environmentOf, lostAt, typed } from './ci-container.ts';
import { readOptions, wordsIn } from './docker-options.ts';

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
  const isContained = pipeline.at([...job, 'container']) !== undefined;
  return azureServices(pipeline, job).flatMap(({ name, path }): CiContainer[] => {
    const image = pipeline.text([...path, 'image']);
    if (image === null) return [];
    const at = { file: pipeline.file, line: pipeline.lineOf([...path, 'options']) };
    const told = readOptions(wordsIn(pipeline.text([...path, 'options']) ?? ''), at);
    return [
      ciContainer({
        name,
        image: wordAt(image, pipeline.file, pipeline.lineOf([...path, 'image'])),
        environment: new Map([...told.environment, ...environmentOf(pipeline, [...path, 'env'])]),
        ports: [...publishedAt(pipeline, [...path, 'ports'], isContained), ...told.ports],
        options: told.options,
        lost: [...lostAt(pipeline, path, LOST), ...told.lost],
        runs: [{ directory: '.', lines }],
      }),
    ];
  });
}

const LOST = { volumes: 'its volumes', endpoint: 'the login at its registry' };
