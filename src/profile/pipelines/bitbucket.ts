import { bitbucketSteps } from '../ci/bitbucket-steps.ts';
import type { PipelineStep } from '../ci/step.ts';
import { imageSetUp, plainStep, scriptAt } from '../ci/yaml-steps.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import type { Snapshot } from '../snapshot.ts';

/** The scripts of Bitbucket's steps, each in the image of its own or of all. */
export function bitbucketScripts(snapshot: Snapshot, file: string): PipelineStep[] {
  const { value: pipeline } = readYamlManifest(snapshot, file);
  return bitbucketSteps(pipeline).map(({ path, isUsual }) => {
    const script = scriptAt(pipeline, [...path, 'script']);
    const image = [[...path, 'image'], ['image']]
      .flatMap((at) => [at, [...at, 'name']])
      .find((at) => pipeline.text(at) !== null);
    return plainStep(file, {
      job: JSON.stringify(path),
      line: script[0]?.number ?? 1,
      script,
      setUps: image ? imageSetUp(pipeline.text(image), pipeline.lineOf(image)) : [],
      isUsual,
    });
  });
}
