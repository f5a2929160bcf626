import type { Evidence } from '../../../domain/evidence.ts';
import { readToml } from '../../formats/toml.ts';
import { callsIn } from '../../harvest/calls.ts';
import { nearest } from '../../nearest.ts';
import type { Found, Snapshot } from '../../snapshot.ts';

/** What Cargo builds for by default, where that is not the machine itself; null where it is. */
export interface ForeignTarget {
  readonly name: string;
  readonly because: Evidence;
  /** The flag that asks for it, with the space before it; nothing where Cargo's own settings do. */
  readonly flag: string;
}

/** Systems on which nothing of the standard test harness runs. */
const FOREIGN = /wasm32|-none\b|-none-|eabi|-uefi|nvptx|\bbpf|-cuda|^\w+\.json$/;

/** The target of `.cargo/config.toml` here or above, else the one that pipelines ask for in each call of this folder. */
export function foreignTarget(snapshot: Snapshot, directory: string): Found<ForeignTarget | null> {
  const file = nearest(snapshot, directory, ['.cargo/config', '.cargo/config.toml']);
  if (file === null) return { value: calledTarget(snapshot, directory), warnings: [] };
  const { value: config, warnings } = readToml(snapshot, file);
  const path = ['build', 'target'];
  const name = config.oneOrMore(path).find((target) => FOREIGN.test(target));
  const value = name === undefined ? null : { name, because: config.evidence(path), flag: '' };
  return { value: value ?? calledTarget(snapshot, directory), warnings };
}

const COMPILES = /^cargo (?:build|check|clippy|test|nextest)(?=$| )/;

function calledTarget(snapshot: Snapshot, directory: string): ForeignTarget | null {
  const calls = callsIn(snapshot, directory).filter(({ run }) => COMPILES.test(run));
  const names = new Set(calls.map(({ run }) => / --target[ =]([\w.-]{1,80})(?= |$)/.exec(run)?.[1] ?? ''));
  const [name = ''] = names;
  const because = calls[0]?.because[0];
  return because && names.size === 1 && FOREIGN.test(name) ? { name, because, flag: ` --target ${name}` } : null;
}
