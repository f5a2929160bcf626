import type { Line } from '../lines.ts';

/** A tool that a step sets up, as written there; `value` is never an expression. */
export interface SetUp {
  readonly tool: string;
  readonly value: string;
  readonly line: number;
}

/** A step of one of the repository's own pipelines, of whatever system. */
export interface PipelineStep {
  readonly file: string;
  /** Of its script or its action. */
  readonly line: number;
  /** Where it stands in an action of the repository: the workflow whose job calls that. */
  readonly calledBy?: string;
  /** Which of the file's jobs it belongs to, or of the workflow's that calls it. */
  readonly job: string;
  /** What a shell reads, by lines; none where it calls an action. */
  readonly script: readonly Line[];
  /** An action, or a task, without its version; null where it runs a script. */
  readonly uses: string | null;
  readonly inputs: ReadonlyMap<string, string>;
  /** Where it runs: `.` is the root; null where only the run can tell. */
  readonly directory: string | null;
  /** Literal values alone. */
  readonly environment: ReadonlyMap<string, string>;
  /** Tools that this step, or the image that its job runs in, brings. */
  readonly setUps: readonly SetUp[];
  /** Whether a change starts it on Linux, and its failure fails the pipeline. */
  readonly isUsual: boolean;
  /** Whether a change starts it, and the pipeline goes on where it fails. */
  readonly isForgiven?: boolean;
  /** Whether its job has containers beside it, where that is known. */
  readonly hasContainers?: boolean;
}
