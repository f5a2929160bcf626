import type { Command, Commands, LintCommand } from '../../../domain/profile.ts';
import type { Manifest } from '../../manifest.ts';
import { baseName, directoryOf, isWithin, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { ManagerChoice } from './manager.ts';

export interface Package {
  readonly snapshot: Snapshot;
  readonly manifest: Manifest;
  readonly choice: ManagerChoice;
  /** The package and the members of its workspace. */
  readonly packages: readonly Manifest[];
}

/** Scripts that exist, by the names that people give them, best first. (detection.md, rows of Node) */
const SCRIPTS = {
  lint: ['lint:ci', 'ci:lint', 'lint', 'lint:check'],
  format: ['format:check', 'check:format', 'check-format', 'fmt:check', 'prettier:check', 'format:ci'],
  typecheck: ['typecheck', 'type-check', 'check-types', 'types:check', 'check:types', 'tsc'],
  test: ['test:ci', 'test:unit', 'test'],
  build: ['build'],
} as const;

/** What continuous integration should run, each from a script or a tool that is there. */
export function commandsOf(it: Package): Commands {
  return {
    install: [install(it)],
    lint: lintCommands(it),
    test: testCommands(it),
    build: scriptCommand(it, SCRIPTS.build),
  };
}

function install({ manifest, choice }: Package): Command {
  const directory = choice.lockfile === null ? directoryOf(manifest.file) : directoryOf(choice.lockfile);
  return { run: installLine(choice), directory, because: choice.because };
}

function installLine({ manager, lockfile }: ManagerChoice): string {
  switch (manager) {
    case 'npm':
      return lockfile === null ? 'npm install --no-audit --no-fund' : 'npm ci';
    case 'pnpm':
      return lockfile === null ? 'pnpm install' : 'pnpm install --frozen-lockfile';
    case 'yarn-classic':
      return lockfile === null ? 'yarn install' : 'yarn install --frozen-lockfile';
    case 'yarn-berry':
      return lockfile === null ? 'yarn install' : 'yarn install --immutable';
    case 'bun':
      return lockfile === null ? 'bun install' : 'bun ci';
  }
}

function lintCommands(it: Package): LintCommand[] {
  const named = (check: 'lint' | 'format' | 'typecheck') =>
    scriptCommand(it, SCRIPTS[check]).map((command) => ({ check, ...command }));
  const lint = named('lint');
  const format = named('format');
  const typecheck = named('typecheck');
  return [
    ...(lint.length > 0 ? lint : toolCommand(it, LINTERS)),
    ...format,
    ...(typecheck.length > 0 ? typecheck : toolCommand(it, TYPECHECKERS)),
  ];
}

interface Tool {
  readonly check: string;
  readonly dependency: string;
  readonly config: RegExp;
  readonly run: string;
}

const LINTERS: readonly Tool[] = [
  { check: 'lint', dependency: '@biomejs/biome', config: /^biome\.jsonc?$/, run: 'biome ci .' },
  { check: 'lint', dependency: 'eslint', config: /^(\.eslintrc(\.\w+)?|eslint\.config\.\w+)$/, run: 'eslint .' },
];
const TYPECHECKERS: readonly Tool[] = [
  { check: 'typecheck', dependency: 'typescript', config: /^tsconfig\.json$/, run: 'tsc --noEmit' },
];

/** A tool that is configured and installed, but has no script. */
function toolCommand({ snapshot, manifest, choice }: Package, tools: readonly Tool[]): LintCommand[] {
  const directory = directoryOf(manifest.file);
  for (const { check, dependency, config, run } of tools) {
    const kind = ['devDependencies', 'dependencies'].find((key) => manifest.at([key, dependency]) !== undefined);
    const name = snapshot.namesIn(directory).find((file) => config.test(file));
    if (kind && name) {
      const because = [{ file: joinPath(directory, name) ?? name, line: 1 }, manifest.evidence([kind, dependency])];
      return [{ check, run: `${execPrefix(choice)} ${run}`, directory, because }];
    }
  }
  return [];
}

function execPrefix({ manager }: ManagerChoice): string {
  switch (manager) {
    case 'npm':
      return 'npx';
    case 'pnpm':
      return 'pnpm exec';
    case 'yarn-classic':
    case 'yarn-berry':
      return 'yarn run';
    case 'bun':
      return 'bunx';
  }
}

function testCommands(it: Package): Command[] {
  const scripts = scriptCommand(it, SCRIPTS.test).map((command) => ({ ...command, run: command.run + onceOnly(it) }));
  if (scripts.length > 0 || it.manifest.text(['scripts', 'test']) !== null) return scripts;
  const directory = directoryOf(it.manifest.file);
  const file = it.snapshot.paths.find((path) => isWithin(directory, path) && /\.test\.[cm]?js$/.test(baseName(path)));
  return file ? [{ run: 'node --test', directory, because: [{ file, line: 1 }] }] : [];
}

/** Runners that watch by default are told to run once. */
function onceOnly({ manifest, choice }: Package): string {
  const name = SCRIPTS.test.find((script) => isUsable(manifest.text(['scripts', script])));
  const body = (name && manifest.text(['scripts', name])) ?? '';
  const dashes = choice.manager === 'npm' || choice.manager === 'pnpm' ? ' --' : '';
  if (/(^|&&\s*)vitest(\s+watch)?\s*$/.test(body)) return `${dashes} --run`;
  return /(^|\s)ng test(?!.*--watch)/.test(body) ? `${dashes} --watch=false` : '';
}

function scriptCommand({ manifest, choice }: Package, names: readonly string[]): Command[] {
  const name = names.find((script) => isUsable(manifest.text(['scripts', script])));
  if (name === undefined) return [];
  return [
    {
      run: scriptLine(choice, name),
      directory: directoryOf(manifest.file),
      because: [manifest.evidence(['scripts', name])],
    },
  ];
}

function scriptLine({ manager }: ManagerChoice, name: string): string {
  const shorthand = name === 'test' && manager !== 'bun';
  switch (manager) {
    case 'npm':
    case 'pnpm':
      return shorthand ? `${manager} test` : `${manager} run ${name}`;
    case 'yarn-classic':
    case 'yarn-berry':
      return shorthand ? 'yarn test' : `yarn run ${name}`;
    case 'bun':
      return `bun run ${name}`;
  }
}

/** A script that ends by itself, needs no person and no container engine, and is not npm's placeholder. */
function isUsable(script: string | null): boolean {
  return (
    script !== null &&
    !/no test specified|--watch(?!=false|All=false)|\bnodemon\b|docker[- ]compose|\bdocker\s+run\b|--ui\b/.test(script)
  );
}
