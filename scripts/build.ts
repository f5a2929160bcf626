// Builds dist/: one bundle a program, split so that a run loads only what it needs. The same bytes wherever it is built.
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { licenceTexts } from './licences.ts';
import { parsedJson, plainBuiltins, withRequire } from './start-up.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

/** The programs. Each is a file of src/entry/ and becomes a file of dist/. */
const PROGRAMS = ['cli', 'engines'];

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: PROGRAMS.map((name) => `src/entry/${name}.ts`),
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  chunkNames: 'chunks/[name]-[hash]',
  // Some packages ship a UMD build as `main`, which no bundler can follow.
  mainFields: ['module', 'main'],
  // Its ES module build is one copy for all.
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  plugins: [plainBuiltins, parsedJson],
  metafile: true,
  write: false,
}).then((result) => {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(join(dist, 'chunks'), { recursive: true });
  for (const file of result.outputFiles) writeFileSync(file.path, withRequire(file));
  return result;
});

writeFileSync(join(dist, 'package.json'), '{ "type": "module" }\n');
copyFileSync(join(root, 'policies/policy.wasm'), join(dist, 'policy.wasm'));
writeFileSync(join(dist, 'LICENCES.txt'), licenceTexts(root, bundledPackages(metafile)));

/** Names of the packages whose code went into a bundle, sorted. */
function bundledPackages(meta: Metafile): string[] {
  const names = Object.keys(meta.inputs).flatMap(
    (path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
  );
  return [...new Set(names)].sort();
}
