import { readYamlManifest } from '../../formats/yaml.ts';
import { directoryOf, isWithin, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

/** The names that kustomize looks for, in its order. (kustomize, "api/konfig/general.go") */
const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

export const KUSTOMIZATIONS = '**/{kustomization.yaml,kustomization.yml,Kustomization}';

/** The file that makes a folder one to build; null where there is none. */
export function kustomizationIn(snapshot: Snapshot, directory: string): string | null {
  const paths = NAMES.flatMap((name) => joinPath(directory, name) ?? []);
  return paths.find((path) => snapshot.has(path)) ?? null;
}

/** Lists of paths to other folders and files. (kubectl.docs.kubernetes.io, "The Kustomization File") */
const LISTS = [
  'resources',
  'bases',
  'components',
  'crds',
  'configurations',
  'patchesStrategicMerge',
  'generators',
  'transformers',
];

/** No person's overlays are made of more. */
const MOST = 300;

/** What a folder is made of outside of it: folders of other kustomizations, followed, and files. */
export function sourcesOf(snapshot: Snapshot, file: string): { readonly folders: string[]; readonly files: string[] } {
  const root = directoryOf(file);
  const seen = new Set([root]);
  const files = new Set<string>();
  const waiting = [file];
  for (let at = waiting.shift(); at !== undefined && seen.size + files.size < MOST; at = waiting.shift()) {
    for (const path of namedIn(snapshot, at)) {
      const next = kustomizationIn(snapshot, path);
      if (next !== null && !seen.has(path)) {
        seen.add(path);
        waiting.push(next);
      } else if (next === null && snapshot.has(path)) files.add(path);
    }
  }
  const folders = [...seen].filter((path) => !isWithin(root, path));
  return { folders, files: [...files].filter((path) => ![root, ...folders].some((folder) => isWithin(folder, path))) };
}

function namedIn(snapshot: Snapshot, file: string): string[] {
  const { value } = readYamlManifest(snapshot, file);
  const patched = value.items(['patches']).map((patch) => value.text([...patch, 'path']) ?? '');
  const written = [...LISTS.flatMap((name) => value.texts([name])), ...patched];
  return written.flatMap((path) => (/^[\w./@+-]+$/.test(path) ? (joinPath(directoryOf(file), path) ?? []) : []));
}
