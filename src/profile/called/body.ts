import type { Line } from '../lines.ts';
import type { ShellCommand } from '../shell/shell.ts';
import type { Snapshot } from '../snapshot.ts';

/** A command, and where it is started. */
export type Call = Pick<ShellCommand, 'run' | 'directory'>;

/** What a command starts that stands in a file of the repository: a script, or the recipe of a task. */
export interface Body {
  readonly file: string;
  /** The file that brings that one, where it is not the one that is looked into first. */
  readonly from?: string;
  /** Where its commands start. */
  readonly directory: string;
  /** The commands that come to run before it, whose failure counts. */
  readonly before: readonly string[];
  /** Its commands that run whenever it is started, and that fail it where they fail. */
  readonly counted: readonly ShellCommand[];
  /** All of it as it is written, with the lines of the file. */
  readonly lines: readonly Line[];
}

/** Finds what a command starts; null where that is not its kind of command, or nobody knows what it starts. */
export type BodyReader = (snapshot: Snapshot, call: Call) => Body | null;
