import type { ActionError } from '../../domain/errors.ts';
import { code, link, prose } from './markdown.ts';
import type { PageLinks } from './page.ts';

export interface Failure {
  readonly marker: string;
  /** Full object id of what could not be judged. */
  readonly head: string;
  readonly error: ActionError;
  readonly run: PageLinks['run'];
}

/** What takes the place of a comment whose verdict is that of an earlier commit. Begins with the marker. */
export function renderUnjudged({ marker, head, error, run }: Failure): string {
  const commit = code(head.slice(0, 12));
  const places = run ? [link('run', run.url)] : [];
  return [
    marker,
    `### ⚠️ CI pipeline: could not be judged at ${commit}`,
    '',
    `${code(error.code)}: ${prose(error.message)} ${prose(error.help)}`,
    '',
    'What was said here before was about an earlier state, and does not hold for this one.',
    '',
    `<sub>${[`Of ${commit}`, ...places].join(' · ')}</sub>`,
    '',
  ].join('\n');
}
