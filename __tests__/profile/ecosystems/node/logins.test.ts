import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { linesOf, profiled, warned } from '../../profiled.ts';

const PACKAGE = '{ "scripts": { "test": "vitest run" }, "dependencies": { "@shop/ui": "1.0.0", "react": "19.0.0" } }';

async function warnings(npmrc: string, more: MemoryFiles = {}) {
  return warned(await profiled({ 'package.json': PACKAGE, 'package-lock.json': '{}', '.npmrc': npmrc, ...more }));
}

const MESSAGE = 'come from a registry that asks for a token, which no job has: what installs them fails.';
const GITHUB = '@shop:registry=https://npm.pkg.github.com';

describe('A registry of packages that asks for a token', () => {
  it.each([
    [`save-exact=true\n${GITHUB}\n`, `.npmrc:2: packages of @shop ${MESSAGE}`],
    [`${GITHUB}/\n//npm.pkg.github.com/:_authToken=\${TOKEN}\n`, `.npmrc:1: packages of @shop ${MESSAGE}`],
    [
      'registry = "https://npm.example.com/"\n//npm.example.com/:_authToken=${TOKEN}\n',
      `.npmrc:1: packages ${MESSAGE}`,
    ],
  ])('is said: %j', async (npmrc, expected) => {
    expect(await warnings(npmrc)).toEqual([expected]);
  });

  it.each([
    '@other:registry=https://npm.pkg.github.com\n',
    `${GITHUB}\n//npm.pkg.github.com/:_authToken=written-down\n`,
    'registry=https://npmjs.org/\n//npmjs.org/:_authToken=${NPM_TOKEN}\n',
    'registry=https://npm.example.com/\n',
    `# ${GITHUB}\n`,
  ])('is nothing to say: %j', async (npmrc) => {
    expect(await warnings(npmrc)).toEqual([]);
  });

  describe('that a pipeline gives the token of the job', () => {
    const unit = async (
      npmrc: string,
      variable: string,
      value = '${{ secrets.GITHUB_TOKEN }}',
      more: MemoryFiles = {},
    ) => {
      const workflow = `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm ci\n        env:\n          ${variable}: ${value}\n`;
      const files = { 'package.json': PACKAGE, 'package-lock.json': '{}', '.npmrc': npmrc, ...more };
      const profile = await profiled({ ...files, '.github/workflows/ci.yml': workflow });
      return [profile.units[0]?.packageToken, warned(profile)] as const;
    };

    it('has that one, by the set-up where its settings name no variable', async () => {
      const [token, said] = await unit(`${GITHUB}\n`, 'NODE_AUTH_TOKEN');
      expect(token).toMatchObject({
        variable: 'NODE_AUTH_TOKEN',
        registry: { url: 'https://npm.pkg.github.com', scope: '@shop' },
      });
      expect(linesOf(token)).toEqual(['.github/workflows/ci.yml:8']);
      expect(said).toEqual([]);
    });

    it('has it in the variable that its settings name', async () => {
      const named = `${GITHUB}\n//npm.pkg.github.com/:_authToken=\${GH_PACKAGES}\n`;
      const [token, said] = await unit(named, 'GH_PACKAGES', '"${{ github.token }}"');
      expect(token).toMatchObject({ variable: 'GH_PACKAGES', registry: null });
      expect(said).toEqual([]);
      expect((await unit(named, 'NODE_AUTH_TOKEN'))[0]).toBeUndefined();
    });

    it('has none where it is given another secret, or is another registry', async () => {
      const [token, said] = await unit(`${GITHUB}\n`, 'NODE_AUTH_TOKEN', '${{ secrets.READER_TOKEN }}');
      expect(token).toBeUndefined();
      expect(said).toEqual([`.npmrc:1: packages of @shop ${MESSAGE}`]);
      const other = 'registry=https://npm.example.com/\n//npm.example.com/:_authToken=${TOKEN}\n';
      expect((await unit(other, 'TOKEN'))[0]).toBeUndefined();
    });
  });

  it('is that of the own settings of Yarn, which reads no others', async () => {
    const yarn = { 'package.json': PACKAGE.replace('{', '{ "packageManager": "yarn@4.0.0",'), 'yarn.lock': '' };
    const scopes = 'npmScopes:\n  shop:\n    npmRegistryServer: "https://npm.pkg.github.com"\n';
    const profile = await profiled({ ...yarn, '.yarnrc.yml': scopes });
    expect(warned(profile)).toContain(`.yarnrc.yml:3: packages of @shop ${MESSAGE}`);
    expect(warned(await profiled({ ...yarn, '.npmrc': `${GITHUB}\n` }))).toEqual([]);
  });
});
