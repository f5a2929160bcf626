/** A file of a program that was read. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** Gives what stands before a route that is added to a router at an offset of the text; null where that is not known. */
export type RouterPrefix = (router: string, offset: number) => string | null;

/** The routers of one file: what they answer, and what is put below them. */
export interface Routers {
  /** Names of what serves by itself: applications. */
  readonly roots: readonly string[];
  /** What each of the others says of its own prefix; null where that is not plain. */
  readonly prefixes: ReadonlyMap<string, string | null>;
  readonly routes: readonly RouterRoute[];
  readonly mounts: readonly Mount[];
  /** The router that a name in this file means: in it, or in the file that it comes from; null where that is not known. */
  named(name: string): RouterName | null;
}

/** A route of a router, without what stands before it. */
export interface RouterRoute {
  readonly router: string;
  readonly path: string;
  readonly offset: number;
}

/** A router that another one takes in. */
export interface Mount {
  readonly parent: string;
  /** Null where it is not plain. */
  readonly prefix: string | null;
  readonly child: string;
}

/** A router by its file and its name there. */
export interface RouterName {
  readonly file: string;
  readonly name: string;
}
