import { access, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The programs that a setup action must have put on PATH when it is done. Only those that we know; other actions stand for nothing but themselves. */
export const PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  'actions/setup-dotnet': ['dotnet'],
  'actions/setup-go': ['go'],
  'actions/setup-java': ['java'],
  'actions/setup-node': ['node', 'npm'],
  'actions/setup-python': ['python'],
  'actions-rust-lang/setup-rust-toolchain': ['cargo'],
  'astral-sh/setup-uv': ['uv', 'uvx'],
  'azure/setup-helm': ['helm'],
  'bufbuild/buf-action': ['buf'],
  'denoland/setup-deno': ['deno'],
  'dtolnay/rust-toolchain': ['cargo'],
  'erlef/setup-beam': ['elixir'],
  'hashicorp/setup-terraform': ['terraform'],
  'opentofu/setup-opentofu': ['tofu'],
  'oven-sh/setup-bun': ['bun'],
  'pdm-project/setup-pdm': ['pdm'],
  'pnpm/action-setup': ['pnpm'],
  'ruby/setup-ruby': ['ruby'],
  'sbt/setup-sbt': ['sbt'],
  'shivammathur/setup-php': ['php'],
  'swift-actions/setup-swift': ['swift'],
};

const RIGS = new URL('..', import.meta.url);

/** Programs that this project brings itself, each with the file behind it. */
const BROUGHT: Readonly<Record<string, string>> = {
  buf: fileURLToPath(new URL(`node_modules/@bufbuild/buf-${bufPlatform()}/bin/buf`, RIGS)),
  node: process.execPath,
  pnpm: fileURLToPath(new URL('node_modules/pnpm/bin/pnpm.cjs', RIGS)),
  uv: fileURLToPath(new URL('../.tools/bin/uv', RIGS)),
  uvx: fileURLToPath(new URL('../.tools/bin/uvx', RIGS)),
};

/**
 * Links the programs that this project brings (Node 24, pnpm, uv, Buf) into a folder each, so that a job has one only after the step that sets it up.
 * Gives the folder by program, for those that are there.
 */
export async function bringPrograms(into: string): Promise<Readonly<Record<string, string>>> {
  const brought = await Promise.all(Object.entries(BROUGHT).map(([name, file]) => bring(into, name, file)));
  return Object.fromEntries(brought.flat());
}

async function bring(into: string, name: string, file: string): Promise<readonly (readonly [string, string])[]> {
  const there = await access(file).then(
    () => true,
    () => false,
  );
  if (!there) return [];
  const folder = join(into, name);
  await mkdir(folder, { recursive: true });
  await symlink(file, join(folder, name));
  return [[name, folder]];
}

/** As Buf's packages are named. */
function bufPlatform(): string {
  const { platform, arch } = process;
  return `${platform}-${platform === 'linux' && arch === 'arm64' ? 'aarch64' : arch}`;
}
