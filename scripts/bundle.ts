import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import {
  coreOffline,
  parsedJson,
  plainBuiltins,
  sdkWithoutYaml,
  uploadOnly,
  withoutDebug,
  withRequire,
} from './start-up.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export interface Bundle {
  readonly files: readonly BundledFile[];
  /** Names of the packages whose code is in it. */
  readonly packages: readonly string[];
}

export interface BundledFile {
  /** Absolute, below the folder that was named. */
  readonly path: string;
  readonly text: string;
  /** Names of the packages whose code is in it. */
  readonly packages: readonly string[];
}

/** A program of src/entry/ and its chunks, as they lie in `folder`: split so that a run loads only what it needs. Writes nothing. */
export async function bundle(program: string, folder: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [`src/entry/${program}.ts`],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    charset: 'ascii',
    legalComments: 'none',
    chunkNames: 'chunks/[name]-[hash]',
    // Some packages ship a UMD build as `main`, which no bundler can follow.
    mainFields: ['module', 'main'],
    // Its ES module build is one copy for all.
    alias: { yaml: './node_modules/yaml/browser/index.js' },
    plugins: [coreOffline, uploadOnly, plainBuiltins, parsedJson, sdkWithoutYaml, withoutDebug],
    metafile: true,
    write: false,
  });
  const inputs = new Map(Object.entries(metafile.outputs).map(([path, made]) => [resolve(root, path), made.inputs]));
  return {
    files: outputFiles.map(({ path, text }) => ({
      path,
      text: withRequire(text),
      packages: packagesIn(inputs.get(path) ?? {}),
    })),
    packages: packagesIn(metafile.inputs),
  };
}

function packagesIn(inputs: Readonly<Record<string, unknown>>): string[] {
  const names = Object.keys(inputs).map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  return [...new Set(names)].filter((name) => name !== undefined).sort();
}
