import type { Evidence } from '../../../domain/evidence.ts';
import { readToml } from '../../formats/toml.ts';
import { callsIn } from '../../harvest/calls.ts';
import { nearest } from '../../nearest.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import { TOOLCHAINS } from './version.ts';

/** What Cargo builds for by default, where that is not the machine itself; null where it is. */
export interface ForeignTarget {
  readonly name: string;
  readonly because: Evidence;
  /** The flag that asks for it, with the space before it; nothing where Cargo's own settings do. */
  readonly flag: string;
}

const SETTINGS = ['.cargo/config', '.cargo/config.toml'];

/** Systems on which nothing of the standard test harness runs. */
const FOREIGN = /wasm32|-none\b|-none-|eabi|-uefi|nvptx|\bbpf|-cuda|^\w+\.json$/;

/** The target of `.cargo/config.toml` here or above, else the one that pipelines ask for in each call of this folder. */
export function foreignTarget(snapshot: Snapshot, directory: string): Found<ForeignTarget | null> {
  const file = nearest(snapshot, directory, SETTINGS);
  if (file === null) return { value: calledTarget(snapshot, directory), warnings: [] };
  const { value: config, warnings } = readToml(snapshot, file);
  const path = ['build', 'target'];
  const name = config.oneOrMore(path).find((target) => FOREIGN.test(target));
  const value = name === undefined ? null : { name, because: config.evidence(path), flag: '' };
  return { value: value ?? calledTarget(snapshot, directory), warnings };
}

/**
 * What `.cargo/config.toml` builds for and neither a toolchain has by itself on the runner nor its file brings: without the standard
 * library for it nothing compiles. (rustup, "Cross-compilation", "The toolchain file")
 */
export function configuredTargets(
  snapshot: Snapshot,
  directory: string,
): { readonly names: readonly string[]; readonly because: Evidence } {
  const config = readToml(snapshot, nearest(snapshot, directory, SETTINGS) ?? '').value;
  const toolchain = readToml(snapshot, nearest(snapshot, directory, TOOLCHAINS) ?? '').value;
  const brought = [RUNNER, ...toolchain.texts(['toolchain', 'targets'])];
  const path = ['build', 'target'];
  const names = config.oneOrMore(path).filter((name) => TRIPLE.test(name) && !brought.includes(name));
  return { names, because: config.evidence(path) };
}

/** A target of rustup's: no file, and not Cargo's word for the machine itself. (Cargo, "Configuration", `build.target`) */
const TRIPLE = /^(?!host-tuple$)\w[\w.-]{0,79}(?<!\.json)$/;

const RUNNER = 'x86_64-unknown-linux-gnu';

const COMPILES = /^cargo (?:build|check|clippy|test|nextest)(?=$| )/;

function calledTarget(snapshot: Snapshot, directory: string): ForeignTarget | null {
  const calls = callsIn(snapshot, directory).filter(({ run }) => COMPILES.test(run));
  const names = new Set(calls.map(({ run }) => / --target[ =](\w[\w.-]{0,79})(?= |$)/.exec(run)?.[1] ?? ''));
  const [name = ''] = names;
  const because = calls[0]?.because[0];
  return because && names.size === 1 && FOREIGN.test(name) ? { name, because, flag: ` --target ${name}` } : null;
}
