import { describe, expect, it } from 'vitest';
import { findNode20 } from '../../rigs/node20.ts';
import { VERSION } from '../../src/domain/version.ts';
import { runCli } from '../fakes/built.ts';
import { CLEAN } from '../fakes/judging.ts';
import { temporaryDirectory, temporaryRepository, writeAll } from '../fakes/repository.ts';

const node = findNode20();

it('Node 20 is there, at least where CI is true', () => {
  if (!node) console.warn('NOT TESTED for want of Node 20: run `npm ci --prefix rigs`.');
  expect(process.env.CI === 'true' ? node : 'found').toBeDefined();
});

describe.skipIf(!node)('On Node 20', () => {
  const run = (args: readonly string[], cwd: string) => runCli(args, { cwd, ...(node ? { node } : {}) });

  it('the version is said', () => {
    using place = temporaryDirectory();
    expect(run(['--version'], place.path)).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: '' });
  });

  it('everything that needs no model answers to the byte as on the Node that runs the tests', async () => {
    await using repository = temporaryRepository({
      'go.mod': 'module example.com/a\n\ngo 1.25.0\n',
      'web/package.json': '{"name":"web","scripts":{"test":"node --test"}}\n',
      'web/Dockerfile': 'FROM node:24-alpine\nEXPOSE 8080\n',
      'compose.yaml': 'services: { web: { build: web } }\n',
      'clean.yml': CLEAN,
      'bad.yml': CLEAN.replace('permissions: {}\n', ''),
    });
    for (const args of [
      ['profile'],
      ['profile', '--json'],
      ['generate'],
      ['generate', '--head', 'main'],
      ['request', '--json', 'lint it'],
      ['validate', 'clean.yml', 'bad.yml'],
      ['validate', '--format', 'sarif', 'bad.yml'],
      ['explain', 'unpinned-uses'],
      ['generate', '--base', 'nowhere'],
    ])
      expect(run(args, repository.path)).toEqual(runCli(args, { cwd: repository.path }));
    const written = run(['generate', '--json', '--write'], repository.path);
    expect(written).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(written.stdout)).toMatchObject({ source: 'detected', report: { verdict: 'pass' } });
    expect(run(['validate'], repository.path).code).toBe(0);
  });

  it('many files are judged in many threads', () => {
    using place = temporaryDirectory();
    writeAll(place.path, Object.fromEntries(Array.from({ length: 90 }, (_, n) => [`${n}.yml`, CLEAN])));
    expect(run(['validate', '.'], place.path)).toEqual({
      code: 0,
      stdout: 'pass: 0 errors, 0 warnings, 0 notes in 90 files.\n',
      stderr: '',
    });
  });
});
