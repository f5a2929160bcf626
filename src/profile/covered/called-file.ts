import { eventsOf } from '../ci/events.ts';
import type { Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { jobFilters, type PathFilters } from './path-filters.ts';

/** The file of the repository's own workflow that a job calls; null where it calls none. (docs.github.com, "Reusing workflows") */
export function calledFile(workflow: Manifest, job: string): string | null {
  const uses = workflow.text(['jobs', job, 'uses']);
  return uses?.startsWith('./') ? joinPath('.', uses) : null;
}

/** No person calls a workflow of more jobs; who waits for them is followed through all of them. */
const MOST_JOBS = 50;

/** The workflow that a job calls, where it is one that may be called; null for any other. */
export function calledWorkflow(snapshot: Snapshot, workflow: Manifest, job: string): Manifest | null {
  const file = calledFile(workflow, job);
  if (file === null || !/workflow_call/.test(snapshot.text(file) ?? '')) return null;
  const { value: inner } = readYamlManifest(snapshot, file);
  return eventsOf(inner).includes('workflow_call') && inner.keys(['jobs']).length <= MOST_JOBS ? inner : null;
}

/** The filters of paths that a job hands on, by itself or by the outputs of the workflow that it calls. */
export function filtersOf(snapshot: Snapshot, workflow: Manifest, job: string): PathFilters {
  const inner = calledWorkflow(snapshot, workflow, job);
  if (inner === null) return jobFilters(workflow, job);
  const outputs = ['on', 'workflow_call', 'outputs'];
  return new Map(
    inner.keys(outputs).flatMap((name): [string, readonly string[]][] => {
      const [, from = '', filter = ''] = HANDED_ON.exec(inner.text([...outputs, name, 'value']) ?? '') ?? [];
      const globs = jobFilters(inner, from).get(filter);
      return globs ? [[name, globs]] : [];
    }),
  );
}

const HANDED_ON = /^\s{0,8}\$\{\{\s{0,8}jobs\.([\w-]{1,100})\.outputs\.([\w-]{1,100})\s{0,8}\}\}\s{0,8}$/;
