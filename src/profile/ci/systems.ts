import type { Manifest } from '../formats/manifest.ts';

/** What a job runs on, in one of its runs at least; null where only the run can tell. */
export type System = 'linux' | 'macos' | 'windows' | null;

/** Whether a job runs in a container. */
export function isContained(workflow: Manifest, job: string): boolean {
  return workflow.at(['jobs', job, 'container']) !== undefined;
}

/** Containers are Linux; else the names of GitHub's runners tell, Linux first where a matrix has several. `inRuns` gives a text as each run of the matrix has it. */
export function systemOf(workflow: Manifest, job: string, inRuns: (text: string) => readonly string[]): System {
  if (isContained(workflow, job)) return 'linux';
  const path = ['jobs', job, 'runs-on'];
  const written = workflow.text(path) ?? [...workflow.texts(path), ...workflow.texts([...path, 'labels'])].join(' ');
  const labels = [written, ...inRuns(written)].join(' ').toLowerCase();
  if (/ubuntu|linux|debian/.test(labels)) return 'linux';
  return /macos|xcode/.test(labels) ? 'macos' : labels.includes('windows') ? 'windows' : null;
}
