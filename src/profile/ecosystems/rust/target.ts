import type { Evidence } from '../../../domain/evidence.ts';
import { readToml } from '../../formats/toml.ts';
import { nearest } from '../../nearest.ts';
import type { Found, Snapshot } from '../../snapshot.ts';

/** What Cargo builds for by default, where that is not the machine itself; null where it is. */
export interface ForeignTarget {
  readonly name: string;
  readonly because: Evidence;
}

/** Systems on which nothing of the standard test harness runs. */
const FOREIGN = /wasm32|-none\b|-none-|eabi|-uefi|nvptx|\bbpf|-cuda|^\w+\.json$/;

/** The target of `.cargo/config.toml` here or above. */
export function foreignTarget(snapshot: Snapshot, directory: string): Found<ForeignTarget | null> {
  const file = nearest(snapshot, directory, ['.cargo/config', '.cargo/config.toml']);
  if (file === null) return { value: null, warnings: [] };
  const { value: config, warnings } = readToml(snapshot, file);
  const path = ['build', 'target'];
  const one = config.text(path);
  const name = (one === null ? config.texts(path) : [one]).find((target) => FOREIGN.test(target));
  return { value: name === undefined ? null : { name, because: config.evidence(path) }, warnings };
}
