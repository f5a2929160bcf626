import type { CiCommand } from '../../ci/commands.ts';
import type { Snapshot } from '../../snapshot.ts';

export type CppTool = 'cmake' | 'meson' | 'autotools' | 'make';

/** A folder that is built as a whole. */
export interface CppRoot {
  readonly directory: string;
  /** The file of each tool that can build it. */
  readonly files: ReadonlyMap<CppTool, string>;
  /** Another language's manifest stands beside it, whose own tool may build this one. */
  readonly isBeside: boolean;
}

/** A root, with the tool that is chosen and the repository's own calls on Linux. */
export interface CppPlace {
  readonly snapshot: Snapshot;
  readonly root: CppRoot;
  readonly tool: CppTool;
  readonly calls: readonly CiCommand[];
}
