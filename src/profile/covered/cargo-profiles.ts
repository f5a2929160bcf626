import type { Manifest } from '../formats/manifest.ts';
import { readToml } from '../formats/toml.ts';
import { ancestors, joinPath } from '../paths.ts';
import type { ShellCommand } from '../shell/shell.ts';
import type { Snapshot } from '../snapshot.ts';

type Placed = Pick<ShellCommand, 'run' | 'directory'> & { readonly through?: readonly string[] };

/** A profile that is chosen; what stands behind `--` is the program's. */
const CHOSEN =
  /^(cargo (?:\+\S{1,80} )?(?:build|check|clippy|test|doc|bench)(?: (?!--(?: |$))\S{1,300}){0,30}?) --profile[ =]([\w-]{1,60})(?= |$)/;

/** What a profile may say of its own with nothing less checked: how much is written down, how fast it is made. (doc.rust-lang.org/cargo, "Profiles") */
const HARMLESS = new Set([
  ...['inherits', 'debug', 'strip', 'split-debuginfo', 'incremental', 'codegen-units', 'opt-level', 'lto', 'rpath'],
]);

/** The files that say what a profile is. */
export const PROFILE_FILES = '**/{Cargo.toml,.cargo/config,.cargo/config.toml}';

/** A call of Cargo without the profile that it names, where that checks as much as the one for those who develop; none else. It goes by the file that says so. */
export function withoutProfile<T extends Placed>(snapshot: Snapshot, command: T): T[] {
  const [, , profile] = CHOSEN.exec(command.run) ?? [];
  const file = profile === undefined ? undefined : fileOf(snapshot, command.directory, profile);
  if (file === undefined) return [];
  return [{ ...command, run: command.run.replace(CHOSEN, '$1'), through: [...(command.through ?? []), file] }];
}

/** The file that says what a profile is. Cargo reads it at the root of the workspace alone, so that all above must say it alike, and what its settings say goes before. (doc.rust-lang.org/cargo, "Configuration": profile) */
function fileOf(snapshot: Snapshot, directory: string, profile: string): string | undefined {
  const named = (names: readonly string[]) =>
    ancestors(directory).flatMap((folder) => names.flatMap((name) => joinPath(folder, name) ?? []));
  const sets = (file: string) => readToml(snapshot, file).value.keys(['profile']);
  if (named(SETTINGS).some((file) => snapshot.has(file) && sets(file).some((name) => !USUAL.has(name))))
    return undefined;
  const files = named(['Cargo.toml']).filter((file) => snapshot.has(file));
  const saying = USUAL.has(profile) ? files : files.filter((file) => sets(file).includes(profile));
  return saying.every((file) => inheritsUsual(readToml(snapshot, file).value, profile)) ? saying[0] : undefined;
}

const SETTINGS = ['.cargo/config.toml', '.cargo/config'];

/** Those by which Cargo builds and tests where none is named. */
const USUAL = new Set(['dev', 'test']);

/** More than these do not inherit from each other. */
const MOST = 5;

function inheritsUsual(manifest: Manifest, profile: string): boolean {
  let name: string | null = profile;
  for (let at = 0; at < MOST && name !== null; at += 1) {
    if (USUAL.has(name)) return true;
    const path: string[] = ['profile', name];
    if (!manifest.keys(path).every((key) => HARMLESS.has(key))) return false;
    name = manifest.text([...path, 'inherits']);
  }
  return false;
}
