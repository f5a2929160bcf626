import { describe, expect, it } from 'vitest';
import type { PackageToken } from '../../../src/domain/package-token.ts';
import { generateOver, jobsOver, type WorkflowJob } from '../generating.ts';
import { command, profileOf, requestOf, service, unitOf } from '../profiles.ts';

const BECAUSE = [{ file: '.github/workflows/ci.yml', line: 8 }];
const registry = { url: 'https://npm.pkg.github.com', scope: '@shop' };

function jobs(packageToken: PackageToken, install = 'npm ci'): readonly WorkflowJob[] {
  const commands = {
    install: [command(install)],
    lint: [],
    test: [command('npm test')],
    build: [command('npm run build')],
  };
  const { 'ci-gate': _, ...rest } = jobsOver(profileOf([unitOf('npm', { ecosystem: 'node', commands, packageToken })]));
  return Object.values(rest);
}

describe('Packages of a registry that asks for the token of the job', () => {
  it('are installed with it, by the step that installs alone, in jobs that may read packages and no more', () => {
    for (const job of jobs({ variable: 'NODE_AUTH_TOKEN', registry, because: BECAUSE })) {
      expect(job.permissions).toEqual({ contents: 'read', packages: 'read' });
      expect(job.steps.filter(({ env }) => env !== undefined)).toEqual([
        expect.objectContaining({
          name: 'Install dependencies',
          run: 'npm ci',
          env: { NODE_AUTH_TOKEN: '${{ github.token }}' },
        }),
      ]);
      const setup = job.steps.find(({ uses }) => uses?.startsWith('actions/setup-node@'));
      expect(setup?.with).toMatchObject({ 'registry-url': 'https://npm.pkg.github.com', scope: '@shop' });
    }
  });

  it('are found by what the repository says itself, where it names the variable', () => {
    for (const job of jobs({ variable: 'GH_PACKAGES', registry: null, because: BECAUSE })) {
      expect(job.steps.find(({ env }) => env !== undefined)?.env).toEqual({ GH_PACKAGES: '${{ github.token }}' });
      const setup = job.steps.find(({ uses }) => uses?.startsWith('actions/setup-node@'));
      expect(setup?.with).not.toHaveProperty('registry-url');
    }
  });

  it('let a job that nothing installs for read none', () => {
    const [first] = jobs({ variable: 'NODE_AUTH_TOKEN', registry, because: BECAUSE }, 'touch test.db');
    expect(first?.permissions).toEqual({ contents: 'read' });
  });

  it('are read by a job that also pushes an image, which may write them', () => {
    const commands = { install: [command('npm ci')], lint: [], test: [], build: [command('npm run build')] };
    const packageToken = { variable: 'NODE_AUTH_TOKEN', registry, because: BECAUSE };
    const unit = unitOf('npm', { ecosystem: 'node', commands, packageToken });
    const profile = profileOf([unit], [service('web', { image: { prebuilt: ['dist'] } })]);
    const all = { all: true } as const;
    const { text } = generateOver(profile, requestOf({ kind: 'image', for: all, push: 'default-branch' }));
    expect(text).toContain('packages: write # to install packages of GitHub’s registry, and to push the image\n');
  });

  it('make no finding of the rules', () => {
    const commands = { install: [command('npm ci')], lint: [], test: [command('npm test')], build: [] };
    const token = { variable: 'NODE_AUTH_TOKEN', registry, because: BECAUSE };
    const unit = unitOf('npm', { ecosystem: 'node', commands, packageToken: token });
    expect(generateOver(profileOf([unit])).findings).toEqual([]);
  });
});
