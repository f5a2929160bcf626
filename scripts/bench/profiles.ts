import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, type Measurement, measure } from './measure.ts';
import { type Growing, growingRepositories, type Repository } from './repositories.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** `profile` on one repository, beside the floor. */
export interface Profiled {
  readonly name: string;
  readonly files: number;
  readonly commit: string | null;
  readonly floor: Measurement;
  readonly ours: Measurement;
}

/** `profile` on a made-up tree of so many files. */
export interface Grown {
  readonly files: number;
  readonly services: number;
  readonly ours: Measurement;
}

/** `profile --json` on each, `runs` times. */
export function profiled(repositories: readonly Repository[], runs: number): Profiled[] {
  return repositories.map(({ name, directory, files, commit }) => ({
    name,
    files,
    commit,
    ...measure(
      {
        floor: { program: process.execPath, args: [join(root, 'scripts/bench/floor.mjs'), directory] },
        ours: profile(directory),
      },
      runs,
    ),
  }));
}

/** The same on trees of so many services, each made below `place` and of one shape. */
export function grown(place: string, sizes: readonly number[], runs: number): Grown[] {
  return growingRepositories(place, sizes).map(({ directory, files, services }: Growing) => ({
    files,
    services,
    ours: measure({ ours: profile(directory) }, runs).ours,
  }));
}

function profile(directory: string): Command {
  return {
    program: process.execPath,
    args: [join(root, 'dist/cli.js'), 'profile', '--json', '--repository', directory],
  };
}
