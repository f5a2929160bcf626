import { bitbucketSteps } from '../ci/bitbucket-steps.ts';
import { MOST } from '../ci/limits.ts';
import { scriptAt } from '../ci/yaml-steps.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import type { Snapshot } from '../snapshot.ts';
import { wordAt } from '../word.ts';
import { type CiContainer, environmentOf, typed } from './ci-container.ts';

const FILE = 'bitbucket-pipelines.yml';

/** The services that Bitbucket's steps name, as they are defined. (Bitbucket, "Databases and service containers") */
export function bitbucketContainers(snapshot: Snapshot): CiContainer[] {
  if (!snapshot.text(FILE)?.includes('services:')) return [];
  const { value: pipeline } = readYamlManifest(snapshot, FILE);
  return bitbucketSteps(pipeline).flatMap(({ path }) => {
    const runs = [{ directory: '.', lines: typed(scriptAt(pipeline, [...path, 'script'])) }];
    return pipeline
      .texts([...path, 'services'])
      .slice(0, MOST.services)
      .flatMap((name): CiContainer[] => {
        const at = ['definitions', 'services', name];
        const place = [
          [...at, 'image'],
          [...at, 'image', 'name'],
        ].find((it) => pipeline.text(it) !== null);
        const image = place ? pipeline.text(place) : null;
        if (!place || image === null) return [];
        const environment = environmentOf(pipeline, [...at, 'variables']);
        return [{ image: wordAt(image, FILE, pipeline.lineOf(place)), environment, runs }];
      });
  });
}
