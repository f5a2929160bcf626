import type { Job, Step } from '../../../domain/pipeline.ts';
import { entry, plain, scalar, type YamlNode } from '../yaml.ts';
import { actionStep, type Press } from './actions.ts';
import { asPath, inert } from './text.ts';

type Reports = Extract<Step, { kind: 'keep-reports' }>;

/** What the build tool has written about its tests, kept where they failed: a log shows a part of it. */
export function reportsStep(press: Press, { directory, folders }: Reports, job: Job): YamlNode {
  const root = directory === '.' ? '' : `${inert(asPath(directory))}/`;
  const step = actionStep(press, {
    name: 'Keep the test reports',
    uses: 'actions/upload-artifact',
    with: {
      name: plain(`${job.id}-reports${variant(job)}`),
      path: scalar(folders.map((folder) => `${root}**/${folder}`).join('\n')),
      'if-no-files-found': 'ignore',
      'retention-days': 7,
    },
  });
  if (step.kind !== 'map') return step;
  const [name, ...others] = step.entries;
  return { ...step, entries: [...(name ? [name] : []), entry('if', plain('failure()')), ...others] };
}

/** Runs of a matrix must not write into one artifact. */
function variant({ matrix }: Job): string {
  switch (matrix?.kind) {
    case 'units':
      return '-${{ matrix.unit }}';
    case 'variants':
      return `${matrix.versions ? '-${{ matrix.version }}' : ''}${matrix.systems.length > 0 ? '-${{ matrix.system }}' : ''}`;
    case 'images':
    case undefined:
      return '';
  }
}
