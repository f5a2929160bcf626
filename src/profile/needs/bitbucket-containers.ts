import { bitbucketSteps } from '../ci/bitbucket-steps.ts';
import { MOST } from '../ci/limits.ts';
import { scriptAt } from '../ci/yaml-steps.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import type { Snapshot } from '../snapshot.ts';
import { wordAt } from '../word.ts';
import { type CiContainer, ciContainer, environmentOf, lostAt, typed } from './ci-container.ts';
import { ownPorts } from './own-ports.ts';

const FILE = 'bitbucket-pipelines.yml';
const LOGIN = 'the login at its registry';

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
        return [
          ciContainer({
            name,
            image: wordAt(image, FILE, pipeline.lineOf(place)),
            environment: environmentOf(pipeline, [...at, 'variables']),
            ports: ownPorts({ image, hosts: [], told: [] }),
            lost: lostAt(pipeline, [...at, 'image'], { password: LOGIN, aws: LOGIN }),
            runs,
          }),
        ];
      });
  });
}
