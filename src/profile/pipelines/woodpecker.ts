import type { DocumentPath } from '../../domain/finding.ts';
import { MOST } from '../ci/limits.ts';
import { fromMachine } from '../ci/services.ts';
import type { PipelineStep } from '../ci/step.ts';
import { imageSetUp, literals, plainStep, scriptAt } from '../ci/yaml-steps.ts';
import type { Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import type { Snapshot } from '../snapshot.ts';

/** The steps of Woodpecker and Drone: each in an image of its own, beside services that it reaches by their names. (Woodpecker CI, "Workflow syntax"; Drone, "Docker pipelines") */
export function woodpeckerSteps(snapshot: Snapshot, file: string): PipelineStep[] {
  const { value: pipeline } = readYamlManifest(snapshot, file);
  const services = pipeline.entries(['services']).slice(0, MOST.services);
  const hosts = services.flatMap((path) => nameOf(pipeline, path));
  return ['steps', 'pipeline'].flatMap((key) =>
    pipeline.entries([key]).map((path) =>
      plainStep(file, {
        line: pipeline.lineOf([...path, 'commands']),
        job: nameOf(pipeline, path).join(),
        script: scriptAt(pipeline, [...path, 'commands']),
        environment: fromMachine(literals(pipeline.at([...path, 'environment'])), hosts),
        setUps: imageSetUp(pipeline.text([...path, 'image']), pipeline.lineOf([...path, 'image'])),
        isUsual: isUsual(pipeline, path),
        ...(pipeline.at([...path, 'failure']) === 'ignore' && { isForgiven: true }),
      }),
    ),
  );
}

/** The key of a mapping, or the name of an item. */
function nameOf(pipeline: Manifest, path: DocumentPath): string[] {
  const key = path.at(-1);
  const name = typeof key === 'string' ? key : pipeline.text([...path, 'name']);
  return name === null ? [] : [name];
}

/** Where events are named, one of them is a change. */
function isUsual(pipeline: Manifest, path: DocumentPath): boolean {
  const when = JSON.stringify(pipeline.at([...path, 'when']) ?? '');
  const isForOthers = when.includes('"event"') && !/"(?:pull_request|push)"/.test(when);
  return !isForOthers && pipeline.at([...path, 'failure']) !== 'ignore';
}
