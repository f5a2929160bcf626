/** What became of a pipeline that was run. */
export interface PipelineRun {
  /** In the order of the workflow; a matrix job stands once for each of its combinations. */
  readonly jobs: readonly JobRun[];
  /** Actions that did nothing here because something stood in for them, sorted: `actions/setup-go`. */
  readonly standIns: readonly string[];
}

export type JobRun = FinishedJob | IdleJob;

/** A job that ran. */
export interface FinishedJob {
  readonly status: 'passed' | 'failed';
  readonly id: string;
  /** The id, and the values of the matrix: `test (cart, 1)`. */
  readonly name: string;
  readonly steps: readonly StepRun[];
  /** The last lines that its steps printed, without colours. */
  readonly log: readonly string[];
}

/** A job that did not run: `left out` by this rig or on request, `skipped` by its own condition or by a job that it needs. */
export interface IdleJob {
  readonly status: 'left out' | 'skipped';
  readonly id: string;
  readonly name: string;
  readonly why: string;
}

export interface StepRun {
  readonly name: string;
  /** `tolerated` is a failure under `continue-on-error`. */
  readonly status: 'passed' | 'failed' | 'tolerated';
  readonly milliseconds: number;
}
