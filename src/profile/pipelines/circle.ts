import type { DocumentPath } from '../../domain/finding.ts';
import type { PipelineStep } from '../ci/step.ts';
import { folderAt, layered, literals, plainStep, scriptAt } from '../ci/yaml-steps.ts';
import type { Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import type { Snapshot } from '../snapshot.ts';
import { circleImages } from './circle-images.ts';

/** The `run` steps of CircleCI's jobs and of its commands. (CircleCI, "Configuration reference") */
export function circleSteps(snapshot: Snapshot, file: string): PipelineStep[] {
  const { value: pipeline } = readYamlManifest(snapshot, file);
  return ['jobs', 'commands'].flatMap((kind) =>
    pipeline.keys([kind]).flatMap((job) => {
      const path = [kind, job];
      const setUps = circleImages(pipeline, path);
      const isLinux = pipeline.at([...path, 'macos']) === undefined;
      return pipeline
        .items([...path, 'steps'])
        .flatMap((item) =>
          runStep(pipeline, path, [...item, 'run']).map((step) =>
            plainStep(file, { ...step, job, setUps, isUsual: isLinux }),
          ),
        );
    }),
  );
}

function runStep(pipeline: Manifest, job: DocumentPath, path: DocumentPath): Partial<PipelineStep>[] {
  const isShort = pipeline.text(path) !== null;
  const command = isShort ? path : [...path, 'command'];
  if (pipeline.text(command) === null) return [];
  const usual = pipeline.text([...job, 'working_directory']) ?? '.';
  const own = pipeline.text([...path, 'working_directory']);
  const base = folderAt(usual);
  return [
    {
      line: pipeline.lineOf(command),
      script: scriptAt(pipeline, command),
      directory: own === null || base === null ? base : folderAt(own.startsWith('~') ? own : `${base}/${own}`),
      environment: layered(
        literals(pipeline.at([...job, 'environment'])),
        literals(pipeline.at([...path, 'environment'])),
      ),
    },
  ];
}
