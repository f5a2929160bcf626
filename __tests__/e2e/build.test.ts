import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dist } from '../fakes/built.ts';
import { temporaryDirectory } from '../fakes/repository.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('The built program', () => {
  it('is what these sources make, the same bytes in any folder, language and zone', () => {
    using place = temporaryDirectory();
    const elsewhere = join(place.path, 'a folder of', 'another name');
    for (const name of ['src', 'data', 'policies', 'scripts', 'package.json', 'release.json', ...packagesToBuild()])
      cpSync(join(root, name), join(elsewhere, name), { recursive: true });
    const env = { PATH: process.env.PATH, LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati', HOME: elsewhere };
    execFileSync(process.execPath, ['scripts/build.ts'], { cwd: elsewhere, env, stdio: 'pipe' });
    const [made, here] = [filesBelow(join(elsewhere, 'dist')), filesBelow(dist)];
    const stale = [...new Set([...made.keys(), ...here.keys()])].filter((name) => made.get(name) !== here.get(name));
    expect(stale, 'run `npm run build`, and commit dist/').toEqual([]);
  });

  it('is committed as it is built, at least where CI is true', () => {
    const status = () => execFileSync('git', ['status', '--porcelain', '--', 'dist'], { cwd: root, encoding: 'utf8' });
    expect(process.env.CI === 'true' ? status() : '', 'commit dist/ as `npm run build` makes it').toBe('');
  });

  it('names no folder of the machine that it was built on', () => {
    for (const [name, text] of filesBelow(dist)) expect(text.includes(root), name).toBe(false);
  });

  it('carries the licence of every package that the sources import', () => {
    const licences = readFileSync(join(dist, 'LICENCES.txt'), 'utf8');
    const sources = [...filesBelow(join(root, 'src')).values()].join('\n');
    const imports = sources.matchAll(/(?:^import (?!type\b)[^;]*?from |\bimport\()'(@?\w[\w@/.-]*)'/gm);
    const specifiers = [...imports].map(([, name = '']) => name);
    const packages = new Set(specifiers.map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0]));
    expect(packages).toContain('zod');
    for (const name of packages) expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
  });
});

/** What is bundled, and the bundler with its program for this machine. */
function packagesToBuild(): string[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean }>;
  };
  return Object.keys(packages)
    .filter((path) => path !== '' && (!packages[path]?.dev || /^node_modules\/(@esbuild\/|esbuild$)/.test(path)))
    .filter((path) => existsSync(join(root, path)));
}

/** The files below a folder, each as text of its bytes. */
function filesBelow(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length).replace(/^\/|\\/, ''), readFileSync(path, 'latin1')];
    }),
  );
}
