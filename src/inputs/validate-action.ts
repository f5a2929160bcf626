import { normalize } from 'node:path';
import { getInput, getMultilineInput } from '@actions/core';
import { oneOf, readTimeout } from './action.ts';

/** What the workflow gave the action `validate`, keyed as in validate/action.yml. */
export interface ValidateActionInputs {
  /** As annotations need them: without `./` at the front. */
  readonly files: readonly string[];
  readonly failOn: 'error' | 'warning' | 'never';
  readonly sarifFile: string | null;
  readonly timeoutSeconds: number;
}

/** Throws INPUT_INVALID. */
export function readValidateInputs(): ValidateActionInputs {
  const files = getMultilineInput('files').map((file) => normalize(file));
  return {
    files: files.length > 0 ? files : ['.github/workflows'],
    failOn: oneOf('fail-on', ['error', 'warning', 'never']) ?? 'error',
    sarifFile: getInput('sarif-file') || null,
    timeoutSeconds: readTimeout(),
  };
}
