// Builds dist/: one bundle a program. The same bytes wherever it is built.
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { licenceTexts } from './licences.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

/** Each has chunks of its own: what two programs share would be cut into many small files, and each file that is loaded takes its time. */
const PROGRAMS = ['cli', 'action', 'validate-action', 'engines', 'models', 'cache', 'post'];

rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, 'chunks'), { recursive: true });
const packages = new Set<string>();
for (const program of PROGRAMS) {
  const made = await bundle(program, dist);
  for (const { path, text } of made.files) writeFileSync(path, text);
  for (const name of made.packages) packages.add(name);
}
writeFileSync(join(dist, 'package.json'), '{ "type": "module" }\n');
copyFileSync(join(root, 'policies/policy.wasm'), join(dist, 'policy.wasm'));
writeFileSync(join(dist, 'LICENCES.txt'), licenceTexts(root, [...packages].sort()));
