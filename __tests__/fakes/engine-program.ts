import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';
import { bundle } from '../../scripts/bundle.ts';

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
  const { files } = await bundle('engines', place);
  mkdirSync(join(place, 'chunks'));
  for (const { path, text } of files) writeFileSync(path, text);
  writeFileSync(join(place, 'package.json'), '{ "type": "module" }\n');
  const policy = join(place, 'policy.wasm');
  copyFileSync(join(root, 'policies/policy.wasm'), policy);
  return { program: pathToFileURL(join(place, 'engines.js')), policy };
}
