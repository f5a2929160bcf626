/** A task by its name, and the line that declares it. */
export interface NamedTask {
  readonly name: string;
  readonly line: number;
}
