/** A part of what a model is told. */
export interface Section {
  /** What it is, for the model: one line. */
  readonly title: string;
  /** Untrusted, and fit to leave the machine. */
  readonly text: string;
}

/** A part that is left out where there is no room for it, with what the person and the model are told then. */
export interface Part extends Section {
  /** A clause: `the lines that changed in Makefile`. */
  readonly name: string;
}
