import { logCommand } from '../../clients/job.ts';
import { toActionError } from '../../domain/errors.ts';
import { printableLine } from '../../domain/paint.ts';

/** Says in the job's log, and as an annotation, what could not be done and what to do. Gives the error. */
export function complain(thrown: unknown) {
  const error = toActionError(thrown);
  const text = printableLine(`${error.message} ${error.help}`).replaceAll('%', '%25');
  logCommand(`::error title=${error.code}::${text}`);
  return error;
}
