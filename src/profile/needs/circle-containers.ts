import type { DocumentPath } from '../../domain/finding.ts';
import { MOST } from '../ci/limits.ts';
import { scriptAt } from '../ci/yaml-steps.ts';
import { isMapping, type Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import type { Snapshot } from '../snapshot.ts';
import { wordAt } from '../word.ts';
import { type CiContainer, ciContainer, environmentOf, lostAt, typed, wordsAt } from './ci-container.ts';
import { ownPorts } from './own-ports.ts';

const FILE = '.circleci/config.yml';
const LOGIN = 'the login at its registry';

/** The containers beside the first one of CircleCI's jobs, or of their executors. (CircleCI, "Configuration reference", "docker") */
export function circleContainers(snapshot: Snapshot): CiContainer[] {
  if (!snapshot.text(FILE)?.includes('docker:')) return [];
  const { value: pipeline } = readYamlManifest(snapshot, FILE);
  return pipeline
    .keys(['jobs'])
    .slice(0, MOST.jobs)
    .flatMap((job) => {
      const runs = [{ directory: '.', lines: linesOf(pipeline, ['jobs', job, 'steps'], 0) }];
      return beside(pipeline, job).flatMap((path): CiContainer[] => {
        const image = pipeline.text([...path, 'image']);
        if (image === null) return [];
        return [
          ciContainer({
            name: pipeline.text([...path, 'name']),
            image: wordAt(image, FILE, pipeline.lineOf([...path, 'image'])),
            environment: environmentOf(pipeline, [...path, 'environment']),
            ports: ownPorts({ image, hosts: [], told: [] }),
            entrypoint: wordsAt(pipeline, [...path, 'entrypoint']),
            command: wordsAt(pipeline, [...path, 'command']),
            lost: lostAt(pipeline, path, { auth: LOGIN, aws_auth: LOGIN }),
            runs,
          }),
        ];
      });
    });
}

/** The first one is where the job itself runs. */
function beside(pipeline: Manifest, job: string): DocumentPath[] {
  const executor = pipeline.text(['jobs', job, 'executor']) ?? pipeline.text(['jobs', job, 'executor', 'name']);
  const places = [['jobs', job, 'docker'], ...(executor === null ? [] : [['executors', executor, 'docker']])];
  return places.flatMap((place) => pipeline.items(place).slice(1, MOST.services));
}

/** What steps run, and what the commands do that they name: those name no further ones here. */
function linesOf(pipeline: Manifest, path: DocumentPath, depth: number): string[] {
  const steps = pipeline.items(path).slice(0, MOST.jobs);
  return steps.flatMap((at) => {
    const step = pipeline.at(at);
    const run = [
      [...at, 'run'],
      [...at, 'run', 'command'],
    ].find((place) => pipeline.text(place) !== null);
    if (run) return typed(scriptAt(pipeline, run));
    const [name] = typeof step === 'string' ? [step] : isMapping(step) ? Object.keys(step) : [];
    return name === undefined || depth > 0 ? [] : linesOf(pipeline, ['commands', name, 'steps'], depth + 1);
  });
}
