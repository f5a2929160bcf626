import { isMapping, type Manifest } from '../manifest.ts';
import type { Snapshot } from '../snapshot.ts';
import { readYamlManifest } from '../yaml.ts';
import type { PipelineStep } from './step.ts';
import { imageSetUp, literals, plainStep, scriptAt } from './yaml-steps.ts';

/** The jobs of GitLab, each one step: what runs before and the script share one shell. Hidden jobs are templates. (GitLab, "CI/CD YAML syntax reference") */
export function gitlabSteps(snapshot: Snapshot, file: string): PipelineStep[] {
  const { value: pipeline } = readYamlManifest(snapshot, file);
  const jobs = pipeline.keys([]).filter((name) => !name.startsWith('.') && pipeline.at([name, 'script']) !== undefined);
  return jobs.map((job) =>
    plainStep(file, {
      job,
      line: pipeline.lineOf([job, 'script']),
      script: [...before(pipeline, job), ...scriptAt(pipeline, [job, 'script'])],
      environment: new Map([...literals(pipeline.at(['variables'])), ...literals(pipeline.at([job, 'variables']))]),
      setUps: image(pipeline, job),
      isUsual: isUsual(pipeline, job),
    }),
  );
}

function before(pipeline: Manifest, job: string) {
  const places = [[job, 'before_script'], ['default', 'before_script'], ['before_script']];
  const path = places.find((place) => pipeline.at(place) !== undefined);
  return path ? scriptAt(pipeline, path) : [];
}

function image(pipeline: Manifest, job: string) {
  const places = [[job, 'image'], ['default', 'image'], ['image']];
  const path = places.find((place) => pipeline.at(place) !== undefined);
  if (!path) return [];
  const name = pipeline.text(path) ?? pipeline.text([...path, 'name']);
  return imageSetUp(name, pipeline.lineOf(pipeline.text(path) === null ? [...path, 'name'] : path));
}

function isUsual(pipeline: Manifest, job: string): boolean {
  const only = pipeline.at([job, 'only']);
  const isForTags = JSON.stringify(isMapping(only) ? only.refs : only) === '["tags"]';
  return (
    pipeline.at([job, 'when']) !== 'manual' && !pipeline.at([job, 'allow_failure']) && !isForTags && only !== 'tags'
  );
}
