import { describe, expect, it } from 'vitest';
import type { ManagerName, Package, ProjectProfile, Registry } from '../../../src/domain/profile.ts';
import type { Intent } from '../../../src/domain/request.ts';
import { generateOver, type WorkflowJob, workflowOf } from '../generating.ts';
import { profileOf, requestOf, unitOf } from '../profiles.ts';

const all = { all: true } as const;

function packageOf(registry: Registry, name: string, directory: string, file: string): Package {
  return { registry, name, directory, file, because: [{ file, line: 2 }] };
}

function withPackages(manager: ManagerName, packages: readonly Package[], more: object = {}): ProjectProfile {
  return { ...profileOf([unitOf(manager, { directory: '.', ecosystem: 'node', ...more })]), packages };
}

function released(profile: ProjectProfile, ...intents: readonly Intent[]): Readonly<Record<string, WorkflowJob>> {
  const { releaseText } = generateOver(profile, requestOf(...intents));
  return releaseText === null ? {} : workflowOf(releaseText).jobs;
}

const publish = (registry: Registry, more: object = {}): Intent => ({ kind: 'publish', for: all, registry, ...more });
const runs = (job: WorkflowJob | undefined) => job?.steps.flatMap(({ run }) => run ?? []).join('\n') ?? '';
const core = packageOf('npm', '@acme/core', 'packages/core', 'packages/core/package.json');

describe('Publishing', () => {
  it('tests first, then packs without any right, then publishes without any code', () => {
    const {
      'node-test': test,
      'npm-pack': pack,
      'npm-publish': last,
    } = released(withPackages('npm', [core]), publish('npm'));
    expect(test?.needs).toBeUndefined();
    expect(pack).toMatchObject({ needs: 'node-test', permissions: { contents: 'read' } });
    expect(pack?.environment).toBeUndefined();
    expect(last).toMatchObject({ needs: 'npm-pack', permissions: { 'id-token': 'write' }, environment: 'npm' });
    expect(JSON.stringify(last)).not.toContain('actions/checkout');
    expect(JSON.stringify([test, pack, last])).not.toMatch(/secrets\.|"cache":true|actions\/cache/);
  });

  it.each([
    ['npm', 'npm', 'npm pack --pack-destination'],
    ['pnpm', 'npm', 'pnpm pack --pack-destination'],
    ['yarn-classic', 'npm', 'yarn pack --filename'],
    ['yarn-berry', 'npm', 'yarn pack --out'],
    ['bun', 'npm', 'bun pm pack --destination'],
    ['uv', 'pypi', 'uv build --out-dir'],
    ['poetry', 'pypi', 'poetry build --output'],
    ['pdm', 'pypi', 'pdm build --dest'],
    ['hatch', 'pypi', 'hatch build "$RUNNER_TEMP/packages"'],
    ['pip', 'pypi', 'pipx run build==1.6.1 --outdir'],
    ['nuget', 'nuget', "dotnet pack './manifest' --configuration Release"],
    ['bundler', 'rubygems', "gem build './manifest' --output"],
  ] as const)('by %s to %s packs by its own command', (manager, registry, command) => {
    const profile = withPackages(manager, [packageOf(registry, 'a', '.', 'manifest')]);
    expect(runs(released(profile, publish(registry))[`${registry}-pack`])).toContain(command);
  });

  it('of a scope by Yarn packs into a file that no program takes for an option', () => {
    const jobs = released(withPackages('yarn-classic', [core]), publish('npm'));
    expect(runs(jobs['npm-pack'])).toContain('yarn pack --filename "$RUNNER_TEMP/packages/acme-core.tgz"');
  });

  it('of a pom is no work of Gradle beside it', () => {
    const central = packageOf('maven-central', 'a', '.', 'pom.xml');
    const units = (['maven', 'gradle'] as const).map((manager) =>
      unitOf(manager, { directory: '.', ecosystem: 'java' }),
    );
    const jobs = released({ ...profileOf(units), packages: [central] }, publish('maven-central'));
    expect(runs(jobs['maven-central-publish'])).toContain('mvn --batch-mode');
  });

  it('of crates shows that they can be packed before the token is there', () => {
    const crates = ['a', 'b'].map((name) => packageOf('crates', name, name, `${name}/Cargo.toml`));
    const jobs = released(withPackages('cargo', crates, { ecosystem: 'rust' }), publish('crates'));
    expect(runs(jobs['crates-pack'])).toContain("cargo package --package 'a' --package 'b'");
    expect(runs(jobs['crates-publish'])).toContain("cargo publish --no-verify --package 'a' --package 'b'");
  });

  it('of one crate needs no newer Cargo than the repository holds to', () => {
    const version = { tool: 'rust', value: '1.80', because: [{ file: 'rust-toolchain.toml', line: 2 }] };
    const crate = packageOf('crates', 'a', 'a', 'a/Cargo.toml');
    const jobs = released(withPackages('cargo', [crate], { ecosystem: 'rust', version }), publish('crates'));
    expect(Object.keys(jobs)).toContain('crates-publish');
  });

  it('of several crates is left out where the repository holds to a Cargo that cannot', () => {
    const crates = ['a', 'b'].map((name) => packageOf('crates', name, name, `${name}/Cargo.toml`));
    const version = { tool: 'rust', value: '1.85.0', because: [{ file: 'rust-toolchain.toml', line: 2 }] };
    const profile = withPackages('cargo', crates, { ecosystem: 'rust', version });
    const { pipeline, release } = generateOver(profile, requestOf(publish('crates')));
    expect(release).toBeNull();
    expect(pipeline.unsupported).toMatchObject([{ why: expect.stringContaining('Cargo 1.90') }]);
  });

  it('to Maven Central takes secrets of a protected environment, and the file and a note say which', () => {
    const central = { ...packageOf('maven-central', 'a', '.', 'pom.xml'), task: 'deploy -P release', server: 'ours' };
    const profile = withPackages('maven', [central], { ecosystem: 'java' });
    const { releaseText, findings } = generateOver(profile, requestOf(publish('maven-central')));
    const job = workflowOf(releaseText ?? '').jobs['maven-central-publish'];
    expect(job).toMatchObject({ environment: 'maven-central', permissions: { contents: 'read' } });
    expect(job?.steps.find(({ uses }) => uses?.includes('setup-java'))?.with).toMatchObject({ 'server-id': 'ours' });
    expect(runs(job)).toContain('-DskipTests deploy -P release');
    expect(releaseText).toMatch(/# Maven Central trusts no workflow/);
    expect(findings).toMatchObject([
      { rule: 'SETUP_NEEDED', message: expect.stringContaining('MAVEN_CENTRAL_PASSWORD') },
    ]);
  });

  it('by hand is started on the default branch alone, in the same file', () => {
    const { release, releaseText } = generateOver(
      withPackages('npm', [core]),
      requestOf(publish('npm', { on: 'manual' })),
    );
    expect(release?.triggers).toEqual([{ on: 'manual' }]);
    expect(workflowOf(releaseText ?? '').jobs['npm-publish']?.if).toBe(
      "github.event_name == 'workflow_dispatch' && github.ref == format('refs/heads/{0}', github.event.repository.default_branch)",
    );
  });

  it('takes the narrowest wish: one package by hand, all others by a tag', () => {
    const cli = packageOf('npm', '@acme/cli', 'packages/cli', 'packages/cli/package.json');
    const jobs = released(
      withPackages('npm', [cli, core]),
      publish('npm'),
      publish('npm', { for: { path: 'packages/cli' }, on: 'manual' }),
    );
    const names = Object.entries(jobs).map(([id, { needs, if: only }]) => [id, needs, only?.split(' && ')[0]]);
    expect(names).toEqual([
      ['node-test', undefined, undefined],
      ['npm-pack', 'node-test', "github.event_name == 'push'"],
      ['npm-publish', 'npm-pack', "github.event_name == 'push'"],
      ['npm-pack-2', 'node-test', "github.event_name == 'workflow_dispatch'"],
      ['npm-publish-2', 'npm-pack-2', "github.event_name == 'workflow_dispatch'"],
    ]);
  });

  it('hands over what several units have packed, each by its own name', () => {
    const units = ['a', 'b'].map((directory) => unitOf('npm', { directory, ecosystem: 'node' }));
    const packages = ['a', 'b'].map((name) => packageOf('npm', name, name, `${name}/package.json`));
    const jobs = released({ ...profileOf(units), packages }, publish('npm'));
    expect(jobs['npm-publish']?.needs).toEqual(['npm-pack-a', 'npm-pack-b']);
    expect(jobs['npm-publish']?.steps.slice(0, 2).map((step) => step.with)).toEqual([
      { name: 'npm-a', path: 'packages' },
      { name: 'npm-b', path: 'packages' },
    ]);
  });

  it('of what is no package is left out, and that is said', () => {
    const { pipeline, release } = generateOver(withPackages('npm', [core]), requestOf(publish('pypi')));
    expect(release).toBeNull();
    expect(pipeline.unsupported).toMatchObject([{ why: expect.stringContaining('is a package of pypi') }]);
  });
});
