/** What can keep a pipeline from being run at all. A job that fails is no error: it is in the result. */
export type RigErrorCode =
  | 'USAGE'
  | 'ACT_MISSING'
  | 'ACT_FAILED'
  | 'TIME_UP'
  | 'GIT_FAILED'
  | 'MERGE_CONFLICT'
  | 'WORKFLOW_UNREADABLE'
  | 'CATALOGUE_UNREADABLE'
  | 'UNKNOWN_ACTION'
  | 'UNKNOWN_JOB'
  | 'POSTGRES_MISSING'
  | 'POSTGRES_FAILED'
  | 'REDIS_MISSING'
  | 'REDIS_FAILED'
  | 'PORT_TAKEN';

/** One sentence with a code: what happened, where, and what to do. */
export class RigError extends Error {
  readonly code: RigErrorCode;

  constructor(code: RigErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RigError';
    this.code = code;
  }
}
