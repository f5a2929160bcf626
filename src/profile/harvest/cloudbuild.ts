import type { DocumentPath } from '../../domain/finding.ts';
import type { PipelineStep } from '../ci/step.ts';
import { imageSetUp, plainStep } from '../ci/yaml-steps.ts';
import type { Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import { joinPath } from '../paths.ts';
import { shellWord } from '../shell-word.ts';
import type { Snapshot } from '../snapshot.ts';

/** The steps of Google Cloud Build: each runs its entry point, in an image of its own. (Cloud Build, "Build configuration file schema") */
export function cloudBuildSteps(snapshot: Snapshot, file: string): PipelineStep[] {
  const { value: build } = readYamlManifest(snapshot, file);
  return build.items(['steps']).map((path) => stepAt(build, path));
}

function stepAt(build: Manifest, path: DocumentPath): PipelineStep {
  const entry = build.text([...path, 'entrypoint']);
  const line = build.lineOf([...path, entry === null ? 'name' : 'entrypoint']);
  const directory = build.text([...path, 'dir']) ?? '.';
  const words = entry === null ? [] : [entry, ...build.texts([...path, 'args'])];
  const isPlain = words.every((word) => !/[$\n]/.test(word));
  return plainStep(build.file, {
    line,
    job: String(path[1]),
    script: isPlain && words.length > 0 ? [{ text: words.map(shellWord).join(' '), number: line }] : [],
    directory: directory.includes('$') ? null : joinPath('.', directory),
    setUps: imageSetUp(build.text([...path, 'name']), build.lineOf([...path, 'name'])),
  });
}
