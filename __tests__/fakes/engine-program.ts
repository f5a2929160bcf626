import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface EngineProgram {
  readonly program: URL;
  /** The committed policy. */
  readonly policy: string;
}

/**
 * The program of the threads, bundled from the sources as they are, so that no test here depends on what lies in dist/.
 * GitHub's parser cannot be imported without a bundler.
 */
export async function engineProgram(): Promise<EngineProgram> {
  const place = mkdtempSync(join(tmpdir(), 'agent-generate-engines-'));
  afterAll(() => rmSync(place, { recursive: true, force: true }));
  await build({
    absWorkingDir: root,
    entryPoints: ['src/entry/engines.ts'],
    outdir: place,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outExtension: { '.js': '.mjs' },
    mainFields: ['module', 'main'],
    alias: { yaml: './node_modules/yaml/browser/index.js' },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  const policy = join(place, 'policy.wasm');
  copyFileSync(join(root, 'policies/policy.wasm'), policy);
  return { program: pathToFileURL(join(place, 'engines.mjs')), policy };
}
