import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Unit } from './own.ts';
import { type OwnJob, ownJobs } from './own-ci.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

const Place = z.object({ file: z.string(), line: z.number() });
const Command = z.object({ run: z.string(), directory: z.string(), because: z.array(Place) });
const Commands = z.record(z.string(), z.array(Command));

const Profile = z.object({
  units: z.array(
    z.object({
      directory: z.string(),
      manager: z.string().nullable(),
      version: z.object({ tool: z.string(), value: z.string() }).nullish(),
      commands: Commands,
    }),
  ),
  tasks: z.array(z.object({ runner: z.string(), name: z.string(), directory: z.string() })),
});

/** A unit, and the version of its language's tool that it asks for. */
export interface ProfiledUnit extends Unit {
  readonly version: { readonly tool: string; readonly value: string } | undefined;
}

/** The units of a clone, as `profile` sees them. */
export function unitsOf(clone: string): readonly ProfiledUnit[] {
  const { stdout } = spawnSync(process.execPath, [CLI, 'profile', '--repository', clone, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const { units, tasks } = Profile.parse(JSON.parse(stdout));
  return units.map(({ directory, manager, version, commands: { install = [], ...checks } }) => ({
    ...{ directory, manager, version: version ?? undefined },
    install: install.map(({ run }) => run),
    targets: tasks.filter((task) => task.runner === 'make' && task.directory === directory).map(({ name }) => name),
    checks: Object.values(checks).flat(),
  }));
}

/** The jobs of the workflows that a clone has of its own. */
export function ownCi(clone: string): readonly OwnJob[] {
  const folder = '.github/workflows';
  const names = existsSync(join(clone, folder)) ? readdirSync(join(clone, folder)).sort() : [];
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .flatMap((name) => ownJobs(`${folder}/${name}`, readFileSync(join(clone, folder, name), 'utf8')));
}
