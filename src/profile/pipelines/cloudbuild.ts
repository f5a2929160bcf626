import type { DocumentPath } from '../../domain/finding.ts';
import type { PipelineStep } from '../ci/step.ts';
import { imageSetUp, plainStep, scriptAt } from '../ci/yaml-steps.ts';
import type { Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import type { Line } from '../lines.ts';
import { joinPath } from '../paths.ts';
import { shellWord } from '../shell-word.ts';
import type { Snapshot } from '../snapshot.ts';

/** The steps of Google Cloud Build: each runs its entry point, in an image of its own. (Cloud Build, "Build configuration file schema") */
export function cloudBuildSteps(snapshot: Snapshot, file: string): PipelineStep[] {
  const { value: build } = readYamlManifest(snapshot, file);
  return build.items(['steps']).map((path) => stepAt(build, path));
}

function stepAt(build: Manifest, path: DocumentPath): PipelineStep {
  const directory = build.text([...path, 'dir']) ?? '.';
  const script = scriptOf(build, path);
  return plainStep(build.file, {
    line: script[0]?.number ?? build.lineOf([...path, 'name']),
    job: String(path[1]),
    script,
    directory: directory.includes('$') ? null : joinPath('.', directory),
    setUps: imageSetUp(build.text([...path, 'name']), build.lineOf([...path, 'name'])),
  });
}

/** Its script, what its shell is given, or its program with its words. */
function scriptOf(build: Manifest, path: DocumentPath): Line[] {
  const own = scriptAt(build, [...path, 'script']);
  if (own.length > 0) return own;
  const entry = build.text([...path, 'entrypoint']) ?? programOf(build.text([...path, 'name']) ?? '');
  const args = build.items([...path, 'args']);
  const [option, given] = args;
  if (/^(?:bash|sh)$/.test(entry ?? '') && option && given && /^-\w{0,6}c$/.test(build.text(option) ?? ''))
    return scriptAt(build, given);
  const words = entry === null ? [] : [...(entry === '' ? [] : [entry]), ...build.texts([...path, 'args'])];
  const number = build.lineOf([...path, build.text([...path, 'entrypoint']) === null ? 'name' : 'entrypoint']);
  const isPlain = words.length > 0 && words.every((word) => !/[$\n]/.test(word));
  return isPlain ? [{ text: words.map(shellWord).join(' '), number }] : [];
}

/** What an image starts by itself: a builder of Google's is called like its program, a language's image starts the first word. */
function programOf(image: string): string | null {
  const [, builder] = /^gcr\.io\/cloud-builders\/(go|npm|mvn|gradle|yarn|dotnet)(?:[:@]|$)/.exec(image) ?? [];
  return builder ?? (imageSetUp(image, 1).length > 0 ? '' : null);
}
