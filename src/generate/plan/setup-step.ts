import type { Step } from '../../domain/pipeline.ts';
import type { Unit } from '../../domain/profile.ts';
import type { Core } from './setup-core.ts';

export interface SetupOptions {
  /** Parts of the tool beside its core, such as `clippy`. */
  readonly components: readonly string[];
  /** The matrix of the job sets the version. */
  readonly fromMatrix: boolean;
}

type Setup = Extract<Step, { kind: 'setup' }>;

/** The step that sets a unit's tool up. */
export function setup({ directory }: Unit, core: Core, { components, fromMatrix }: SetupOptions): Setup {
  const version = fromMatrix ? { kind: 'matrix' as const } : core.version;
  return { kind: 'setup', components, ...core, version, directory };
}

/** A tool beside the language: no matrix changes its version. */
export function fixed(unit: Unit, core: Core): Setup {
  return setup(unit, core, { components: [], fromMatrix: false });
}
