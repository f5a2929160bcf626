import type { Evidence } from './evidence.ts';

/** What one image build needs to know; a row of the matrix where several are built alike. */
export interface ImageBuild {
  readonly service: string;
  readonly context: string;
  readonly dockerfile: string;
  /** Empty where the last stage is built. */
  readonly target: string;
  readonly buildArgs: Readonly<Record<string, string>>;
  /** What is built first: see `ServiceImage`. */
  readonly module?: string;
  readonly because: readonly Evidence[];
}

/** One of many units that a job does the same for; a row of its matrix. */
export interface UnitRow {
  readonly unit: string;
  readonly directory: string;
  readonly because: readonly Evidence[];
}

/** Stands in the paths of a job whose matrix is over units for the folder that its row names. A private character, which no path means. */
export const UNIT_DIRECTORY = '\uE000';

/** The rows of one matrix, each with what a change must touch to concern it. */
export interface MatrixRows {
  /** The output of the job `changes` that holds the rows. */
  readonly output: string;
  readonly rows: readonly { readonly row: ImageBuild | UnitRow; readonly globs: readonly string[] }[];
}

export type System = 'linux' | 'windows' | 'macos';

export type Matrix =
  /** Each version on each system; without systems on the job's own runner, without versions with the one that is set up. */
  | {
      readonly kind: 'variants';
      readonly versions: { readonly tool: string; readonly values: readonly string[] } | null;
      readonly systems: readonly System[];
    }
  /** All builds, or those that concern the change: what the job `changes` says under that name. */
  | { readonly kind: 'images'; readonly from: FromOutput | readonly ImageBuild[]; readonly isPushed?: boolean }
  /** The same for many units; `check` is what is done for each. */
  | { readonly kind: 'units'; readonly check: string; readonly from: FromOutput | readonly UnitRow[] };

export interface FromOutput {
  readonly output: string;
  /** How many rows there can be. */
  readonly most: number;
}
