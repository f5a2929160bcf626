import { generationFinding } from '../findings.ts';
import { isPristine, readHeaded } from '../header.ts';
import type { Regenerated } from './regenerate.ts';

/**
 * What becomes of a file that is no longer generated: it goes where it is as it was made; what people have put into it stays, and is told.
 * Null where somebody else has put it there under that name.
 */
export function unwanted(path: string, previous: string): Regenerated | null {
  const headed = readHeaded(previous);
  if (headed === null) return null;
  const anew = { path, previous, printed: '', base: null };
  if (isPristine(headed))
    return { anew, state: 'printed', findings: [], file: { path, content: '', previous, status: 'removed' } };
  const findings = [generationFinding('EDITED_NOT_WANTED', path)];
  return { anew, state: 'left', findings, file: { path, content: previous, previous, status: 'unchanged' } };
}
