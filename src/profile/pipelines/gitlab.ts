import type { DocumentPath } from '../../domain/finding.ts';
import { gitlabJobs, gitlabServices } from '../ci/gitlab-services.ts';
import { MOST } from '../ci/limits.ts';
import { fromMachine } from '../ci/services.ts';
import type { PipelineStep } from '../ci/step.ts';
import { layered, literals, plainStep, scalarsAt, scriptAt } from '../ci/yaml-steps.ts';
import { isMapping, type Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import type { Line } from '../lines.ts';
import type { Snapshot } from '../snapshot.ts';
import { imageVersions } from './image-versions.ts';

/** The jobs of GitLab, each one step: what runs before and the script share one shell. */
export function gitlabSteps(snapshot: Snapshot, file: string): PipelineStep[] {
  const { value: pipeline } = readYamlManifest(snapshot, file);
  const shared = variablesAt(pipeline, ['variables']);
  const scripts = scriptReader(pipeline);
  return gitlabJobs(pipeline).flatMap((job) => {
    const script = scripts(job);
    if (script === null) return [];
    const hosts = gitlabServices(pipeline, job).flatMap((service) => service.hosts);
    const step = plainStep(file, {
      job,
      line: pipeline.lineOf([job, 'script']),
      script,
      environment: fromMachine(layered(shared, variablesAt(pipeline, [job, 'variables'])), hosts),
      setUps: image(pipeline, job),
      isUsual: isUsual(pipeline, job),
      ...(pipeline.at([job, 'allow_failure']) === true && { isForgiven: true }),
    });
    return [step];
  });
}

/** What GitLab's runner and its templates are told. (GitLab, "Feature flags" of the runner, "Configure runners", "Application security") */
const RUNNERS = /^(?:GITLAB|FF|RUNNER|GIT|SECURE|SAST|DAST)_/;

function variablesAt(pipeline: Manifest, path: DocumentPath): ReadonlyMap<string, string> {
  return new Map([...literals(pipeline.at(path))].filter(([name]) => !RUNNERS.test(name)));
}

/** Gives each job's script, after what runs before it; null where the pipeline's scripts have become longer than anybody's. */
export function scriptReader(pipeline: Manifest): (job: string) => readonly Line[] | null {
  const usual = [['default', 'before_script'], ['before_script']].find((place) => pipeline.at(place) !== undefined);
  const before = usual ? scriptAt(pipeline, usual) : [];
  let left: number = MOST.scriptLines;
  return (job) => {
    if (left <= 0) return null;
    const own: DocumentPath = [job, 'before_script'];
    const first = pipeline.at(own) === undefined ? before : scriptAt(pipeline, own);
    const script = [...first, ...scriptAt(pipeline, [job, 'script'])];
    left -= script.length;
    return left < 0 ? null : script;
  };
}

function image(pipeline: Manifest, job: string) {
  const places = [[job, 'image'], ['default', 'image'], ['image']];
  const path = places.find((place) => pipeline.at(place) !== undefined);
  if (!path) return [];
  const place = pipeline.text(path) === null ? [...path, 'name'] : path;
  return imageVersions({
    image: pipeline.text(place),
    line: pipeline.lineOf(place),
    variable: VARIABLE,
    valuesOf: (name) => valuesOf(pipeline, job, name),
  });
}

const VARIABLE = /\$(?:\{(\w{1,60})\}|(\w{1,60}))/;

/** The values of a variable in the runs of a job: those of its matrix, else its own, else the one of all jobs. (GitLab, "parallel:matrix") */
function valuesOf(pipeline: Manifest, job: string, name: string): string[] {
  const runs = pipeline.items([job, 'parallel', 'matrix']).flatMap((run) => scalarsAt(pipeline, [...run, name]));
  if (runs.length > 0) return runs;
  const own = [
    [job, 'variables', name],
    ['variables', name],
  ].map((path) => pipeline.scalar(path));
  return own.flatMap((value) => value ?? []).slice(0, 1);
}

function isUsual(pipeline: Manifest, job: string): boolean {
  const only = pipeline.at([job, 'only']);
  const isForTags = JSON.stringify(isMapping(only) ? only.refs : only) === '["tags"]';
  return (
    pipeline.at([job, 'when']) !== 'manual' && !pipeline.at([job, 'allow_failure']) && !isForTags && only !== 'tags'
  );
}
