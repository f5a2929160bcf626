import { pipelinesOf } from '../ci/automation.ts';
import { MOST } from '../ci/limits.ts';
import { published } from '../ci/published.ts';
import type { Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import type { Snapshot } from '../snapshot.ts';
import { wordAt } from '../word.ts';
import { type CiContainer, ciContainer, environmentOf, lostAt, wordsAt } from './ci-container.ts';
import { runOfScript } from './job-runs.ts';
import { ownPorts } from './own-ports.ts';

/** The services of Woodpecker and Drone, by name or in a list: they stand beside every step. */
export function woodpeckerContainers(snapshot: Snapshot): CiContainer[] {
  return pipelinesOf(snapshot)
    .filter((file) => /^\.(?:woodpecker|drone)\b/.test(file) && /^services:/m.test(snapshot.text(file) ?? ''))
    .flatMap((file) => besideSteps(readYamlManifest(snapshot, file).value));
}

function besideSteps(pipeline: Manifest): CiContainer[] {
  const steps = ['steps', 'pipeline'].flatMap((key) => pipeline.entries([key])).slice(0, MOST.jobs);
  const told = steps.flatMap((path) =>
    [...environmentOf(pipeline, [...path, 'environment']).values()].map(({ value }) => value),
  );
  // A step that has no commands is a plugin, which is told by settings what to do.
  const runs = steps.flatMap((path) => runOfScript('.', pipeline.oneOrMore([...path, 'commands']).join('\n')));
  return pipeline.entries(['services']).flatMap((path) => {
    const image = pipeline.text([...path, 'image']);
    if (image === null) return [];
    const key = path.at(-1);
    const name = typeof key === 'string' ? key : pipeline.text([...path, 'name']);
    const ports = pipeline
      .items([...path, 'ports'])
      .flatMap((item) => published(pipeline.scalar(item) ?? '', true) ?? []);
    return [
      ciContainer({
        name,
        image: wordAt(image, pipeline.file, pipeline.lineOf([...path, 'image'])),
        environment: environmentOf(pipeline, [...path, 'environment']),
        ports: ports.length > 0 ? ports : ownPorts({ image, hosts: name === null ? [] : [name], told }),
        entrypoint: wordsAt(pipeline, [...path, 'entrypoint']),
        command: wordsAt(pipeline, [...path, 'command']),
        lost: lostAt(pipeline, path, { volumes: 'its volumes' }),
        runs,
      }),
    ];
  });
}
