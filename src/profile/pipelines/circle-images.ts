import type { DocumentPath } from '../../domain/finding.ts';
import type { SetUp } from '../ci/step.ts';
import { scalarsAt } from '../ci/yaml-steps.ts';
import type { Manifest } from '../formats/manifest.ts';
import { imageVersions } from './image-versions.ts';

const PARAMETER = /<<\s{0,4}(?:parameters|matrix)\.([\w-]{1,60})\s{0,4}>>/;

/** What the image of a job brings, its own or that of its executor, with the values that workflows give its parameters. (CircleCI, "Configuration reference") */
export function circleImages(pipeline: Manifest, job: DocumentPath): SetUp[] {
  const name = pipeline.text([...job, 'executor']) ?? pipeline.text([...job, 'executor', 'name']);
  const executor = name === null ? null : ['executors', name];
  const place = [...(executor ?? job), 'docker', 0, 'image'];
  return imageVersions({
    image: pipeline.text(place),
    line: pipeline.lineOf(place),
    variable: PARAMETER,
    valuesOf: (parameter) =>
      executor ? executorValues(pipeline, { job, executor, parameter }) : jobValues(pipeline, job, parameter),
  });
}

interface ExecutorParameter {
  readonly job: DocumentPath;
  readonly executor: DocumentPath;
  readonly parameter: string;
}

/** What the job hands over, else what the executor has by itself. */
function executorValues(pipeline: Manifest, { job, executor, parameter }: ExecutorParameter): string[] {
  const given = pipeline.scalar([...job, 'executor', parameter]);
  const [, handed] = PARAMETER.exec(given ?? '') ?? [];
  if (handed !== undefined) return jobValues(pipeline, job, handed);
  return given === null ? defaultOf(pipeline, executor, parameter) : [given];
}

/** Those of the workflows' matrices and calls, else the default. */
function jobValues(pipeline: Manifest, job: DocumentPath, parameter: string): string[] {
  const name = String(job.at(-1));
  const calls = pipeline.keys(['workflows']).flatMap((workflow) => pipeline.items(['workflows', workflow, 'jobs']));
  const given = calls.flatMap((call) => [
    ...scalarsAt(pipeline, [...call, name, 'matrix', 'parameters', parameter]),
    ...scalarsAt(pipeline, [...call, name, parameter]),
  ]);
  return given.length > 0 ? given : defaultOf(pipeline, job, parameter);
}

function defaultOf(pipeline: Manifest, declaring: DocumentPath, parameter: string): string[] {
  return scalarsAt(pipeline, [...declaring, 'parameters', parameter, 'default']);
}
