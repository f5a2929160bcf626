import type { Evidence } from '../../../domain/evidence.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { linesOf } from '../../lines.ts';
import { baseName, directoryOf, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

/** A folder that Bundler installs: what patterns safely read of a Gemfile, which is a program. */
export interface Bundle {
  readonly directory: string;
  readonly file: string;
  readonly lockfile: string | null;
  /** The specifications of the gems that are made there. */
  readonly gemspecs: readonly string[];
  readonly declared: UnitDraft['dependencies'];
  /** Folders of gems that lie in the repository. */
  readonly folders: readonly string[];
  /** The line that brings a gem: of a manifest, else of the lock file, by which Bundler brings it too. */
  gem(name: RegExp): Evidence | null;
}

const LOCKS: Readonly<Record<string, string>> = { Gemfile: 'Gemfile.lock', 'gems.rb': 'gems.locked' };

/** All folders with a Gemfile. */
export function readBundles(snapshot: Snapshot): Bundle[] {
  const files = snapshot.paths.filter((path) => baseName(path) in LOCKS);
  return files.map((file) => readBundle(snapshot, file));
}

function readBundle(snapshot: Snapshot, file: string): Bundle {
  const directory = directoryOf(file);
  const lock = joinPath(directory, LOCKS[baseName(file)] ?? '') ?? '';
  const lockfile = snapshot.has(lock) ? lock : null;
  const names = snapshot.namesIn(directory).filter((it) => it.endsWith('.gemspec'));
  const gemspecs = names.flatMap((name) => joinPath(directory, name) ?? []);
  const calls = [file, ...gemspecs].flatMap((it) => callsIn(snapshot, it));
  const locked = lockfile === null ? [] : lockedGems(snapshot, lockfile);
  return {
    directory,
    file,
    lockfile,
    gemspecs,
    declared: calls.map((call) => ({ name: call.name, file: call.file, line: call.line })),
    folders: calls.flatMap(({ path }) => (path === null ? [] : (joinPath(directory, path) ?? []))),
    gem: (wanted) => {
      const found = [...calls, ...locked].find((one) => wanted.test(one.name));
      return found ? snapshot.evidence(found.file, found.line) : null;
    },
  };
}

interface Call {
  readonly name: string;
  readonly path: string | null;
  readonly file: string;
  readonly line: number;
}

const CALL =
  /^\s{0,40}(?:gem|\w{1,40}\.add_(?:development_|runtime_)?dependency)[\s(]{1,8}["']([\w./-]{1,100})["'](.*)$/;

function callsIn(snapshot: Snapshot, file: string): Call[] {
  return linesOf(snapshot.text(file) ?? '').flatMap(({ text, number }) => {
    const [, name, rest = ''] = CALL.exec(text) ?? [];
    const path = /\bpath:\s{0,8}["']([^"']{1,200})["']/.exec(rest)?.[1] ?? null;
    return name === undefined ? [] : [{ name: name.toLowerCase(), path, file, line: number }];
  });
}

/** `    rubocop (1.60.0)`: four spaces before what is installed, six before what that asks for. */
function lockedGems(snapshot: Snapshot, file: string): Call[] {
  return linesOf(snapshot.text(file) ?? '').flatMap(({ text, number }) => {
    const name = /^ {4}([\w.-]{1,100}) \(/.exec(text)?.[1];
    return name === undefined ? [] : [{ name: name.toLowerCase(), path: null, file, line: number }];
  });
}
