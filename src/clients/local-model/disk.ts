import { ActionError } from '../../domain/errors.ts';
import { codeOf } from '../fault.ts';

/** LOCAL_MODEL_DISK_FULL where that is what is wrong, else null. */
export function diskFault(thrown: unknown): ActionError | null {
  const code = codeOf(thrown) ?? '';
  if (!['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return null;
  return new ActionError('LOCAL_MODEL_DISK_FULL', `The disk has no room for the files of the model (${code}).`, {
    cause: thrown,
  });
}
