import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from './measure.ts';

/** A tool that judges workflows, and how it is asked to. */
export interface Tool {
  readonly name: string;
  readonly version: string;
  /** The command line as it is shown; FILES stands for the paths. */
  readonly shown: string;
  /** What it looks at, in a few words. */
  readonly judges: string;
  /** For the files of a folder, named from there. */
  command(directory: string, files: readonly string[]): Command;
}

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** Ours, and those of `make tools` that are there. */
export function toolsOf(version: string): Tool[] {
  return [ours(version), ...PEERS.flatMap((peer) => peerOf(peer) ?? [])];
}

function ours(version: string): Tool {
  return {
    name: 'agent-generate',
    version,
    shown: 'node dist/cli.js validate FILES',
    judges: "YAML, GitHub's schema and expressions, actions and their inputs, secrets, policies",
    command: (directory, files) => ({
      program: process.execPath,
      args: [path('dist/cli.js'), 'validate', ...files],
      directory,
    }),
  };
}

interface Peer {
  readonly name: string;
  readonly judges: string;
  /** As shown; every one of them judges the same files with nothing from the network, and no other program. */
  readonly args: readonly string[];
}

const PEERS: readonly Peer[] = [
  {
    name: 'actionlint',
    judges: 'YAML, schema and expressions, popular actions and their inputs',
    args: ['-no-color', '-shellcheck=', '-pyflakes='],
  },
  {
    name: 'zizmor',
    judges: 'security audits; those that need the network are off',
    args: ['--offline', '--no-progress', '--no-config', '--persona', 'regular'],
  },
  {
    name: 'conftest',
    judges: 'the rules of our policies, written over the YAML itself (scripts/bench/conftest)',
    args: ['test', '--no-color', '--parser', 'yaml', '--policy', path('scripts/bench/conftest')],
  },
];

/** Null where `make tools` has not brought it. */
function peerOf({ name, judges, args }: Peer): Tool | null {
  const program = path(`.tools/bin/${name}`);
  if (!existsSync(program)) return null;
  const shownArgs = args.map((arg) => arg.replace(path(''), ''));
  return {
    name,
    judges,
    version: versionOf(name, program),
    shown: [name, ...shownArgs, 'FILES'].join(' '),
    command: (directory, files) => ({ program, args: [...args, ...files], directory }),
  };
}

/** As it says itself, or as it is pinned: a program that is built from its module does not always know. */
function versionOf(name: string, program: string): string {
  const said = /\d+\.\d+\.\d+/.exec(
    spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout.split('\n')[0] ?? '',
  );
  const pins = path(`tools/${name}/go.mod`);
  const pinned = existsSync(pins) ? new RegExp(`/${name} v(\\d\\S*)`).exec(readFileSync(pins, 'utf8')) : null;
  return said?.[0] ?? pinned?.[1] ?? 'unknown';
}
