import type { DocumentPath } from '../../domain/finding.ts';
import { isMapping, type Manifest } from '../formats/manifest.ts';
import { readYamlDocuments } from '../formats/yaml.ts';
import { baseName, directoryOf, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Place, type Word, wordAt } from '../word.ts';

/** An image that skaffold builds. Paths are from the repository's root. */
export interface SkaffoldArtifact {
  readonly image: string;
  readonly context: string;
  readonly at: Place;
  readonly builder:
    | {
        readonly kind: 'docker';
        readonly dockerfile: string;
        readonly target: string | null;
        readonly args: ReadonlyMap<string, string>;
      }
    /** The folder of the program. */
    | { readonly kind: 'ko'; readonly main: string; readonly base: Word | null }
    | { readonly kind: 'buildpacks' }
    /** Jib, Bazel or a script: found where they are set up themselves. */
    | { readonly kind: 'other' };
}

const FILE = /^skaffold(?:[.-][\w.-]+)?\.ya?ml$/;

/** The artifacts of all skaffold files; those of profiles are variations. (skaffold.dev, "skaffold.yaml") */
export function skaffoldArtifacts(snapshot: Snapshot): SkaffoldArtifact[] {
  const files = snapshot.paths.filter(
    (path) => FILE.test(baseName(path)) && /\bartifacts:/.test(snapshot.text(path) ?? ''),
  );
  return files.flatMap((file) => readYamlDocuments(snapshot, file).flatMap(artifactsIn));
}

function artifactsIn(manifest: Manifest): SkaffoldArtifact[] {
  return manifest.items(['build', 'artifacts']).flatMap((path) => artifactAt(manifest, path) ?? []);
}

function artifactAt(manifest: Manifest, path: DocumentPath): SkaffoldArtifact | null {
  const image = manifest.text([...path, 'image']);
  const context = joinPath(directoryOf(manifest.file), manifest.text([...path, 'context']) ?? '.');
  if (image === null || context === null) return null;
  const at = { file: manifest.file, line: manifest.lineOf([...path, 'image']) };
  const builder = builderOf(manifest, path, context);
  return builder && { image, context, at, builder };
}

function builderOf(manifest: Manifest, path: DocumentPath, context: string): SkaffoldArtifact['builder'] | null {
  const has = (name: string) => manifest.at([...path, name]) !== undefined;
  const text = (...names: string[]) => manifest.text([...path, ...names]);
  if (has('ko')) {
    const main = joinPath(context, `${text('ko', 'dir') ?? '.'}/${text('ko', 'main') ?? '.'}`);
    const base = text('ko', 'fromImage');
    const line = manifest.lineOf([...path, 'ko', 'fromImage']);
    return main === null ? null : { kind: 'ko', main, base: base === null ? null : wordAt(base, manifest.file, line) };
  }
  if (has('buildpacks')) return { kind: 'buildpacks' };
  if (['jib', 'bazel', 'custom', 'kaniko'].some(has) && !has('docker')) return { kind: 'other' };
  const dockerfile = joinPath(context, text('docker', 'dockerfile') ?? 'Dockerfile');
  const args = manifest.at([...path, 'docker', 'buildArgs']);
  const pairs = isMapping(args) ? Object.entries(args) : [];
  const known = pairs.filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && !pair[1].includes('{{'),
  );
  return dockerfile === null
    ? null
    : { kind: 'docker', dockerfile, target: text('docker', 'target'), args: new Map(known) };
}
