/** A task by its name, and where it is declared. */
export interface NamedTask {
  readonly name: string;
  readonly line: number;
  /** The file that it stands in, where that is another one than the runner's own. */
  readonly file?: string;
}
