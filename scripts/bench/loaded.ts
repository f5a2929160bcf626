import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../bundle.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'dist');

/** The SDKs of the providers, by the names of their packages. */
export const SDKS: readonly string[] = ['@anthropic-ai/sdk', 'openai'];

export interface Loaded {
  /** As a person types it. */
  readonly command: string;
  /** Of dist/, by the program and all its threads. */
  readonly files: number;
  readonly kilobytes: number;
  readonly sdks: readonly string[];
  readonly exitCode: number;
}

interface Asked {
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Nobody listens there: the model's SDK is loaded, and cannot ask. */
const ELSEWHERE = ['--model', 'none', '--base-url', 'http://127.0.0.1:9'];
const WORDS = ['generate', '--request', 'Lint the code'];

const ASKED: readonly Asked[] = [
  { command: ['--version'] },
  { command: ['profile'] },
  { command: ['generate'] },
  { command: WORDS },
  {
    command: [...WORDS, '--provider', 'anthropic', ...ELSEWHERE],
    environment: { ANTHROPIC_API_KEY: 'none' },
  },
  {
    command: [...WORDS, '--provider', 'openai', ...ELSEWHERE],
    environment: { OPENAI_API_KEY: 'none' },
  },
];

/** What the built program loads for each kind of run in `repository`, seen by a hook of Node's loader. `place` is a folder for notes. Throws where dist/ is old. */
export async function loaded(repository: string, place: string): Promise<Loaded[]> {
  const packages = await packagesByFile();
  const packagesOf = (path: string) => {
    const known = packages.get(path);
    if (known === undefined) throw new Error(`${path} is not of this source: npm run build`);
    return known;
  };
  return ASKED.map(({ command, environment = {} }, index) => {
    const notes = join(place, `loaded-${index}`);
    writeFileSync(notes, '');
    const { status } = spawnSync(process.execPath, ['--import', HOOK, join(dist, 'cli.js'), ...command], {
      cwd: repository,
      env: { PATH: process.env.PATH ?? '', ...environment, LOADED_FILES: notes },
    });
    const paths = readFileSync(notes, 'utf8')
      .split('\n')
      .filter((url) => url !== '' && url !== HOOK)
      .map((url) => fileURLToPath(url));
    const files = [...new Set(paths)];
    return {
      command: command.join(' '),
      files: files.length,
      kilobytes: files.reduce((sum, path) => sum + readFileSync(path).length, 0) / 1024,
      sdks: SDKS.filter((name) => files.some((path) => packagesOf(path).includes(name))),
      exitCode: status ?? -1,
    };
  });
}

const HOOK = new URL('loaded-hook.mjs', import.meta.url).href;

/** Which packages are in each file of dist/, by what the bundler says of the very same bytes. */
async function packagesByFile(): Promise<ReadonlyMap<string, readonly string[]>> {
  const bundles = await Promise.all(['cli', 'models', 'engines'].map((program) => bundle(program, dist)));
  return new Map(bundles.flatMap(({ files }) => files.map((file) => [file.path, file.packages] as const)));
}
