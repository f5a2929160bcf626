import type { DocumentPath } from '../../../domain/finding.ts';
import { globMatcher } from '../../../domain/glob/globs.ts';
import { groupedBy } from '../../../domain/grouped.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { readYamlManifest } from '../../formats/yaml.ts';
import { linesOf } from '../../lines.ts';
import { oncePerFile } from '../../once.ts';
import { directoryOf, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { Word } from '../../word.ts';
import { type KubernetesContainer, PROBES, probeOf } from './containers.ts';
import { entryOf, itemsOf, type ManifestLine, manifestLines } from './lines.ts';

const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** The kustomizations beside such files. */
export function kustomizationFiles(snapshot: Snapshot, files: readonly string[]): string[] {
  const folders = [...new Set(files.map(directoryOf))];
  return folders.flatMap((folder) =>
    NAMES.flatMap((name) => joinPath(folder, name) ?? [])
      .filter((path) => snapshot.has(path))
      .slice(0, 1),
  );
}

/** The containers with the probes that the kustomization beside their manifest patches into them. (kubectl.docs.kubernetes.io, "patches") */
export function patched(snapshot: Snapshot, containers: readonly KubernetesContainer[]): KubernetesContainer[] {
  const inWorkload = groupedBy(containers, ({ file, workload }) => `${file}\0${workload}`);
  return containers.map((container) => {
    const [file] = kustomizationFiles(snapshot, [container.file]);
    const patches = file === undefined ? [] : patchesIn(snapshot, file).filter((it) => it.isFor(container));
    const place = inWorkload.get(`${container.file}\0${container.workload}`)?.indexOf(container) ?? -1;
    const ofKind = (kind: string) => patches.findLast((it) => it.place === place && it.kind === kind)?.probe ?? null;
    const [ready, ...others] = PROBES.map(ofKind);
    return { ...container, probe: ready ?? container.probe ?? others.find(Boolean) ?? null };
  });
}

interface Patch {
  /** Which of the containers it is for, from 0. */
  readonly place: number;
  readonly kind: string;
  readonly probe: Word;
  isFor(container: KubernetesContainer): boolean;
}

/** Those that are written in the kustomization itself, as operations of JSON Patch. */
const patchesIn = oncePerFile((snapshot, file): readonly Patch[] => {
  const { value } = readYamlManifest(snapshot, file);
  // A component is only a choice.
  if (value.text(['kind']) === 'Component') return [];
  const resources = value.texts(['resources']).flatMap((path) => joinPath(directoryOf(file), path) ?? []);
  const patches = [...value.items(['patches']), ...value.items(['patchesJson6902'])];
  return patches.flatMap((at) => {
    const isAimedAt = aimOf(value, [...at, 'target']);
    const isFor = ({ file: from, workload }: KubernetesContainer) => resources.includes(from) && isAimedAt(workload);
    const written = operations(value.text([...at, 'patch']) ?? '', value.lineOf([...at, 'patch']));
    return written.flatMap((operation) => {
      const patch = patchOf(snapshot, file, operation);
      return patch ? [{ ...patch, isFor }] : [];
    });
  });
});

const WORKLOAD = /^(?:Deployment|StatefulSet|DaemonSet|ReplicaSet|Rollout)$/;

/** Whether a patch is for a workload by its name: a pattern, or all but one. Which labels it has is not known. */
function aimOf(value: Manifest, target: DocumentPath): (workload: string) => boolean {
  const [kind, name] = [value.text([...target, 'kind']), value.text([...target, 'name'])];
  const isBySelector = value.keys(target).some((key) => key.endsWith('Selector'));
  if (isBySelector || (kind !== null && !WORKLOAD.test(kind))) return () => false;
  if (name === null) return () => true;
  const [, not = '', pattern = ''] = /^\^?(!?)\(?([\w.*|-]{1,200})\)?\$?$/.exec(name) ?? [];
  const isNamed = globMatcher(pattern.split('|').map((it) => it.replaceAll('.*', '*')));
  return (workload) => pattern !== '' && isNamed(workload) === (not === '');
}

/** The operations of a patch that is written as a text of several lines below the line of its key. */
function operations(text: string, line: number): ManifestLine[][] {
  const lines = linesOf(text).map((it) => ({ ...it, number: it.number + line }));
  return text.includes('\n') ? itemsOf(manifestLines(lines)) : [];
}

const PLACE = /^["']?\/spec\/template\/spec\/containers\/(\d{1,2})\/((?:readiness|liveness|startup)Probe)["']?$/;

function patchOf(snapshot: Snapshot, file: string, operation: readonly ManifestLine[]): Omit<Patch, 'isFor'> | null {
  const [, place, key] = PLACE.exec(entryOf(operation, 'path')?.value ?? '') ?? [];
  const entry = entryOf(operation, 'value');
  if (place === undefined || key === undefined || !entry) return null;
  const item = [{ ...entry.line, text: `${key}: ${entry.value}` }, ...entry.below];
  const probe = probeOf({ snapshot, file, filled: (written) => written }, item);
  return probe && { place: Number(place), kind: key, probe };
}
