import { describe, expect, it } from 'vitest';
import { routesInCode } from '../../src/profile/services/code/routes.ts';
import { generateOver } from '../generate/generating.ts';
import { profiled } from './profiled.ts';

const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];
const ENTRIES = NAMES.map((name) => `"${name}": "1"`).join(', ');
const MANIFEST = `{"name": "__proto__", "scripts": {"test": "node --test", ${ENTRIES}}, "dependencies": {${ENTRIES}}, "engines": {${ENTRIES}}}`;
const COMPOSE = `services:\n${NAMES.map((name) => `  ${name}:\n    build: ./${name}\n    environment:\n      ${name}: "1"\n`).join('')}`;

describe('Names that every object has', () => {
  it.each(NAMES)('are names of files like any other: %s', async (name) => {
    const profile = await profiled({ 'go.mod': 'module x\n', 'main.go': 'package main\n', [name]: 'a:\n' });
    expect(profile.units.map(({ directory }) => directory)).toEqual(['.']);
    expect(generateOver(profile).text).toContain('go build');
  });

  it('are names of folders, scripts, services, variables and extensions like any other', async () => {
    const folders = NAMES.flatMap((name) => [
      [`${name}/package.json`, MANIFEST],
      [`${name}/index.js`, ''],
      [`${name}/a.${name}`, 'get("/health")'],
      [`${name}/Dockerfile`, `FROM node:24\nARG ${name}=1\nENV ${name}=2\nCOPY . .\nCMD ["node", "index.js"]\n`],
    ]);
    const profile = await profiled(Object.fromEntries([...folders, ['compose.yaml', COMPOSE]]));
    expect(profile.units.map(({ directory }) => directory)).toEqual([...NAMES].sort());
    expect(profile.services.map(({ directory }) => directory).sort()).toEqual([...NAMES].sort());
    const { text } = generateOver(profile);
    expect(NAMES.filter((name) => !text.includes(`${name}/package.json`))).toEqual([]);
  });

  it('are keys of what should be plain values, and stop nothing', async () => {
    const odd = '{ toString: a, valueOf: b }';
    const profile = await profiled({
      'go.mod': 'module x\n',
      'main_test.go': 'package main\n',
      '.travis.yml': `go: ${odd}\naddons: { postgresql: ${odd} }\nservices: [redis]\nscript: go test ./...\n`,
      '.github/workflows/ci.yml': `on: pull_request\njobs: { a: { if: ${odd}, steps: [{ if: ${odd}, run: go test ./... }] } }\n`,
    });
    expect(profile.units).toHaveLength(1);
  });

  it.each(NAMES)('are no language of a server: %s', (name) => {
    expect(routesInCode('app.get("/health")', `a.${name}`)).toEqual([]);
  });
});
