import { ancestors, baseName, directoryOf, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

/** Folders in which people keep manifests, and files that are called like what is in them. */
const FOLDER =
  /(?:^|\/)(?:k8s|kube|kubernetes|\.?nais|kustomize|kustomization|manifests?|deploy(?:ments?)?|helm|charts?|templates|base|overlays|config|infra(?:structure)?|[\w.-]{1,40}[-_](?:k8s|kubernetes|manifests?|charts?))\//i;
const NAME =
  /(?:^|[._-])(?:deployments?|deploy|statefulset|daemonset|rollout|k8s|kubernetes|nais|workloads?|manifests?)(?:[._-]|$)/i;

/** Those are of other tools, of tests, or only types. */
const OTHERS =
  /(?:^|\/)(?:\.(?!nais\/)[^/]+|node_modules|vendor|tests?|e2e|testdata|fixtures?|samples?|examples?|crds?|rbac|grafana|dashboards?|docs?)\/|(?:^|\/)(?:values[\w.-]{0,60}|Chart|kustomization|docker-compose[\w.-]{0,60}|compose[\w.-]{0,60}|mkdocs|openapi|pnpm-[\w-]{1,20})\.ya?ml$/i;

/** More than these nobody writes by hand. */
const MOST_FILES = 300;

/** The files in which workloads of Kubernetes may stand, templates of Helm among them, by their names; the nearest to the root first: further in lie variants. */
export function manifestFiles(snapshot: Snapshot): string[] {
  const depthOf = (path: string) => path.split('/').length;
  return snapshot.paths
    .filter((path) => /\.ya?ml$/.test(path) && !OTHERS.test(path) && (FOLDER.test(path) || NAME.test(baseName(path))))
    .toSorted((a, b) => depthOf(a) - depthOf(b))
    .slice(0, MOST_FILES);
}

/** The chart whose template a file is; null for any other file. */
export function chartOf(snapshot: Snapshot, file: string): string | null {
  if (!/(?:^|\/)templates\//.test(file)) return null;
  const folder = ancestors(directoryOf(file)).find((above) => snapshot.has(joinPath(above, 'Chart.yaml') ?? ''));
  return folder ?? null;
}

/** The charts of such files, by what gives their templates values. */
export function valuesFiles(snapshot: Snapshot, files: readonly string[]): string[] {
  const charts = new Set(files.flatMap((file) => chartOf(snapshot, file) ?? []));
  return [...charts]
    .flatMap((folder) => ['Chart.yaml', 'values.yaml'].flatMap((name) => joinPath(folder, name) ?? []))
    .filter((path) => snapshot.has(path));
}
