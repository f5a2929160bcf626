import { describe, expect, it } from 'vitest';
import type { ExistingJob, ExistingPipeline } from '../../../src/domain/existing.ts';
import { readExisting } from '../../../src/profile/existing/read.ts';
import { profileRepository } from '../../../src/profile/profile.ts';
import { type MemoryFiles, memoryTree } from '../../fakes/memory-tree.ts';

const GO = { 'go.mod': 'module example.com/a\n\ngo 1.26.0\n', 'a.go': 'package a', 'a_test.go': 'package a' };
const NODE = {
  'package.json': JSON.stringify({
    name: 'a',
    version: '1.0.0',
    scripts: { lint: 'eslint .', test: 'node --test', licences: 'licence-checker' },
  }),
  'package-lock.json': '{}',
  'a.test.js': '',
};

async function existing(files: MemoryFiles): Promise<ExistingPipeline> {
  const tree = memoryTree(files);
  return readExisting(tree, await profileRepository(tree));
}

const workflow = (job: string, on = 'pull_request') => `on: ${on}\njobs:\n  a:\n${job.replace(/^(?=.)/gm, '    ')}`;

/** The one job of a workflow, beside these files. */
async function theJob(
  job: string,
  files: MemoryFiles = GO,
  on?: string,
): Promise<ExistingJob & { readonly unsaid: readonly string[] }> {
  const { jobs, unsaid } = await existing({ ...files, '.github/workflows/ci.yml': workflow(job, on) });
  const [only] = jobs;
  if (!only || jobs.length !== 1) throw new Error(`expected one job, found ${jobs.length}`);
  return { ...only, unsaid: unsaid.map(({ what }) => what) };
}

const steps = (...written: readonly string[]) =>
  `runs-on: ubuntu-latest\nsteps:\n${written.map((step) => `  - ${step}\n`).join('')}`;
const run = (...lines: readonly string[]) => `run: |\n${lines.map((line) => `      ${line}`).join('\n')}`;
const checksOf = ({ checks }: Pick<ExistingJob, 'checks'>) => checks.map(({ check, isSame }) => [check, isSame]);

describe('The checks of a job', () => {
  it.each([
    ['the very command', 'go test ./...', [['test', true]]],
    ['the same with options that say nothing', 'go test -v ./...', [['test', true]]],
    ['the same over other packages', 'go test ./cmd', [['test', false]]],
    ['a program that is named by its variable', '$GO vet ./...', [['lint', false]]],
    ['a branch of a script', 'if true; then go test ./...; fi', [['test', false]]],
    ['another program', 'gosec ./...', []],
  ])('are known by %s', async (_, command, wanted) => {
    expect(checksOf(await theJob(steps(`run: ${command}`)))).toEqual(wanted);
  });

  it.each([
    ['npm run lint', 'lint', true],
    ['npm run lint -- --quiet', 'lint', false],
    ['npm t', 'test', true],
  ])('are told by the name of a script: %s', async (command, check, isSame) => {
    expect(checksOf(await theJob(steps(`run: ${command}`), NODE))).toEqual([[check, isSame]]);
  });

  it('are those of the folder that a script has gone to', async () => {
    const files = { 'api/go.mod': GO['go.mod'], 'api/a_test.go': 'package a', 'api/a.go': 'package a' };
    const { checks } = await theJob(steps(run('set +e', 'cd api', 'go test ./...')), files);
    expect(checks).toMatchObject([{ unit: { directory: 'api' }, check: 'test', isSame: false }]);
    expect(checksOf(await theJob(steps(run('set +e', 'cd ..', 'go test ./...')), files))).toEqual([]);
  });

  it('are said once, however often they run', async () => {
    const job = await theJob(steps(run('go test ./cmd', 'go test ./pkg')));
    expect(checksOf(job)).toEqual([
      ['test', false],
      ['test', false],
    ]);
    expect(checksOf(await theJob(steps(run('if a; then go test ./cmd; fi', 'if b; then go test ./c; fi'))))).toEqual([
      ['test', false],
    ]);
  });

  it('are elsewhere where no change starts the job', async () => {
    const job = await theJob(steps('run: go test ./...'), GO, '{ push: { tags: ["v*"] } }');
    expect(job.checks).toEqual([]);
    expect(job.elsewhere.map(({ check }) => check)).toEqual(['test']);
  });
});

describe('What a step does beyond its checks', () => {
  it.each([
    ['a check and what nobody knows', run('go test ./...', 'unknown'), ['what else these commands do'], 1],
    ['what nobody knows', 'run: unknown', ['commands that are no check known here'], 1],
    ['what checks nothing', 'run: echo done', ['commands that are no check known here'], 0],
    ['an action that brings a tool', 'uses: actions/setup-go@v6', [], 0],
    ['an action that checks nothing', 'uses: codecov/codecov-action@v5', ['the action codecov/codecov-action'], 0],
    ['an action that may run anything', 'uses: actions/github-script@v8', ['the action actions/github-script'], 1],
    ['an action that nobody knows', 'uses: octo/check@v1', ['the action octo/check'], 1],
    ['an action that runs a known check', 'uses: golangci/golangci-lint-action@v8', [], 0],
  ])('is said of %s', async (_, step, unsaid, unknown) => {
    const files = { ...GO, '.golangci.yml': 'version: "2"\n' };
    const job = await theJob(steps('run: go vet ./...', step), files);
    expect(job.unsaid).toEqual(unsaid);
    expect(job.unknown).toHaveLength(unknown);
  });

  it.each([
    ...['npm ci', 'yarn', 'pip install -U pip', 'python -m build', 'uv sync', 'poetry install', 'bundle install'],
    ...[
      'composer install',
      'go mod download',
      'cargo fetch',
      'dotnet restore',
      'docker login ghcr.io',
      'helm repo add a b',
    ],
    ...['kubectl apply -f a', 'git push', 'cmake --version', 'curl -o a b', 'sudo apt-get update'],
  ])('is no check that nobody knows where it only prepares, tells or ships: %s', async (command) => {
    expect((await theJob(steps('run: go vet ./...', `run: ${command}`))).unknown).toEqual([]);
  });

  it.each(['git diff --exit-code', 'npx odd', './check'])('may be a check: %s', async (command) => {
    expect((await theJob(steps('run: go vet ./...', `run: ${command}`))).unknown).toHaveLength(1);
  });

  it('is not looked for in a workflow that a job calls', async () => {
    const { unknown, unsaid } = await theJob('uses: ./.github/workflows/other.yml\n');
    expect(unknown).toHaveLength(1);
    expect(unsaid).toContain('a call of another workflow');
  });

  it('is its condition, but for what brings a tool', async () => {
    const condition = 'if: github.actor == "me"';
    expect((await theJob(steps(`run: go test ./...\n    ${condition}`))).unsaid).toEqual([
      'the condition of this step',
    ]);
    const unknown = await theJob(steps('run: go test ./...', `run: odd\n    ${condition}`));
    expect(unknown.unsaid).toEqual(['commands that are no check known here']);
    expect((await theJob(steps(`uses: actions/checkout@v5\n    ${condition}`))).unsaid.join()).not.toContain(
      'condition',
    );
  });

  it('is a task of the repository, where it is no check of a unit', async () => {
    const job = await theJob(steps('run: npm run licences', 'run: npm test'), NODE);
    expect(job.tasks.map(({ value }) => value)).toEqual([{ name: 'Run licences', command: 'npm run licences' }]);
    expect(checksOf(job)).toEqual([['test', true]]);
    const makefile = { ...GO, Makefile: 'all: \n\tgo test ./cmd\nodd:\n\todd\n' };
    const made = await theJob(steps('run: make all', 'run: make odd', 'run: make all odd'), makefile);
    expect(made.tasks.map(({ value: { name } }) => name)).toEqual(['Run odd']);
    expect(checksOf(made)).toEqual([
      ['test', false],
      ['test', false],
    ]);
  });

  it('is what is published, and by a tag where one starts it', async () => {
    const tag = '{ push: { tags: ["v*"] } }';
    const published = async (step: string, on?: string) =>
      (await theJob(steps(step), NODE, on)).publishes.map(({ value, on: when }) => [value, when]);
    expect(await published('run: npm publish', tag)).toEqual([['npm', 'tag']]);
    expect(await published('run: npm publish')).toEqual([['npm', undefined]]);
    expect(await published('run: uv publish')).toEqual([['pypi', undefined]]);
    expect(await published('run: cargo publish')).toEqual([['crates', undefined]]);
    expect(await published('run: ./mvnw -B deploy')).toEqual([['maven-central', undefined]]);
    expect(await published('run: dotnet nuget push a.nupkg')).toEqual([['nuget', undefined]]);
    expect(await published('run: gem push a.gem')).toEqual([['rubygems', undefined]]);
    expect(await published('uses: pypa/gh-action-pypi-publish@release/v1')).toEqual([['pypi', undefined]]);
    expect(await published('uses: octo/publish@v1')).toEqual([]);
  });
});

describe('An image of a job', () => {
  const image = async (settings: string, on = '{ push: { branches: [main] } }') => {
    const files = { Dockerfile: 'FROM scratch\nEXPOSE 80\n' };
    const step = `uses: docker/build-push-action@v6\n    with: { context: ., ${settings} }`;
    return (await theJob(steps(step), files, on)).images[0];
  };

  it.each([
    ['push: true, tags: "ghcr.io/octo/a:1"', { push: 'default-branch', registry: 'ghcr.io' }],
    ['push: true, tags: "octo/a"', { push: 'default-branch', registry: 'docker.io' }],
    ['push: true, tags: "\\n  ghcr.io/octo/a:1"', { push: 'default-branch', registry: 'ghcr.io' }],
    ['push: true, tags: a', { push: 'default-branch' }],
    ['push: false, tags: "ghcr.io/octo/a:1"', { push: 'never' }],
    ['platforms: "linux/amd64,linux/arm64"', { push: 'never', platforms: ['linux/amd64', 'linux/arm64'] }],
    ['platforms: linux/amd64', { push: 'never' }],
    ['sbom: true, provenance: mode=max', { push: 'never', sbom: true, provenance: true }],
    ['provenance: false', { push: 'never' }],
  ])('is what its step is told: %s', async (settings, wanted) => {
    const { service: _, at: __, ...told } = (await image(settings)) ?? {};
    expect(told).toEqual(wanted);
  });

  it('is pushed as its workflow is started', async () => {
    expect(await image('push: true', '{ push: { tags: ["v*"] } }')).toMatchObject({ push: 'tag' });
    expect(await image('push: true', '{ release: { types: [published] } }')).toMatchObject({ push: 'tag' });
    expect(await image('push: true', 'pull_request')).toMatchObject({ push: 'never' });
  });
});

describe('The settings of a job', () => {
  it.each([
    ['postgres:17', 'postgres', '17'],
    ['postgres', 'postgres', null],
    ['postgres:latest', 'postgres', null],
    ['ghcr.io/octo/postgres:16-alpine', 'postgres', '16'],
    ['pgvector/pgvector:pg16', 'postgres', '16'],
    ['postgis/postgis:17-3.5', 'postgres', '17'],
    ['mongodb/mongodb-community-server:8.0', 'mongo', '8.0'],
    ['bitnami/redis:7.2@sha256:0123456789abcdef', 'redis', '7.2'],
    ['mailhog/mailhog:v1', 'mailhog', 'v1'],
    ['redis:${{ matrix.redis }}', 'redis', null],
  ])('have the container %s', async (image, service, version) => {
    const job = `services: { db: { image: "${image}" } }\n${steps('run: go test ./...')}`;
    expect((await theJob(job)).containers.map(({ value }) => value)).toEqual([{ service, version }]);
    const short = `services: { db: "${image}" }\n${steps('run: go test ./...')}`;
    expect((await theJob(short)).containers.map(({ value }) => value)).toEqual([{ service, version }]);
  });

  it('have no container whose image only the run knows', async () => {
    const job = `services: { db: { image: "\${{ matrix.image }}" } }\n${steps('run: go test ./...')}`;
    expect((await theJob(job)).containers).toEqual([]);
  });

  it('have the versions that a tool is set up in, where they are several', async () => {
    const job = `strategy: { matrix: { go: ["1.25", "1.26"] } }\n${steps(
      'uses: actions/setup-go@v6\n    with: { go-version: "${{ matrix.go }}" }',
      'uses: actions/setup-node@v6\n    with: { node-version: 24 }',
      'run: go test ./...',
    )}`;
    expect((await theJob(job)).versions.map(({ value }) => value)).toEqual([{ tool: 'go', values: ['1.25', '1.26'] }]);
  });

  it.each([
    ['[ubuntu-latest, windows-latest, macos-latest]', ['linux', 'windows', 'macos']],
    ['[ubuntu-latest, ubuntu-22.04]', undefined],
  ])('have the systems of a matrix: %s', async (systems, wanted) => {
    const job = `strategy: { matrix: { os: ${systems} } }\n${steps('run: go test ./...')}`;
    const { systems: found } = await theJob(job.replace('ubuntu-latest\nsteps', '${{ matrix.os }}\nsteps'));
    expect(found?.value).toEqual(wanted);
  });

  it.each([
    ['ubuntu-latest', undefined],
    ['ubuntu-24.04', undefined],
    ['ubuntu-22.04', ['ubuntu-22.04']],
    ['[self-hosted, linux]', ['self-hosted', 'linux']],
    ['[ubuntu-latest, fast]', ['ubuntu-latest', 'fast']],
    ['"${{ matrix.os }}"', undefined],
  ])('have the machine %s', async (machine, wanted) => {
    const job = steps('run: go test ./...').replace('ubuntu-latest', machine);
    expect((await theJob(job)).runner?.value).toEqual(wanted);
  });

  it.each([
    ['7', 7],
    ['0', undefined],
    ['361', undefined],
    ['1.5', undefined],
  ])('have the minutes %s', async (minutes, wanted) => {
    const job = `timeout-minutes: ${minutes}\n${steps('run: go test ./...')}`;
    expect((await theJob(job)).timeout?.value).toEqual(wanted);
  });

  it('leave unsaid what no intent has, and secrets by their names', async () => {
    const job = `if: github.actor == 'me'\nenvironment: live\nenv: { A: "\${{ secrets.A }} \${{ secrets.GITHUB_TOKEN }}" }\n`;
    expect((await theJob(`${job}${steps('run: go test ./...')}`)).unsaid.slice(1)).toEqual([
      'the condition of this job',
      'an environment that the job deploys to or waits for',
      'secrets: A',
    ]);
  });
});

describe('What starts the workflows', () => {
  const triggers = async (on: string) => {
    const { triggers: found, unsaid } = await existing({
      ...GO,
      '.github/workflows/ci.yml': workflow(steps('run: go test ./...'), on),
    });
    return { found: found.map(({ value }) => value), unsaid: unsaid.map(({ what }) => what) };
  };

  it.each([
    ['[push, pull_request]', [{ on: 'push' }, { on: 'pull_request' }]],
    ['merge_group', [{ on: 'merge_group' }]],
    ['{ push: , workflow_dispatch: { branches: [a] } }', [{ on: 'push' }, { on: 'manual' }]],
    ['{ push: { branches: main, paths: ["a/**"] } }', [{ on: 'push', branches: ['main'], paths: ['a/**'] }]],
    ['{ merge_group: , push: { tags: ["v*"] } }', [{ on: 'merge_group' }, { on: 'tag', tags: ['v*'] }]],
    [
      '{ push: { branches: [main], tags: v1 } }',
      [
        { on: 'push', branches: ['main'] },
        { on: 'tag', tags: ['v1'] },
      ],
    ],
    ['{ push: , schedule: [{ cron: "0  3 * * 1" }] }', [{ on: 'push' }, { on: 'schedule', cron: '0 3 * * 1' }]],
  ])('is said: %s', async (on, wanted) => {
    expect(await triggers(on)).toEqual({ found: wanted, unsaid: [] });
  });

  it.each([
    ['{ push: , schedule: [{ cron: "0 3 * * 1" }, { cron: "0 4 * * 1" }] }', ['a second schedule']],
    [
      '{ pull_request: { types: [opened], paths-ignore: [a] } }',
      ['types of the event pull_request', 'paths-ignore of the event pull_request'],
    ],
    ['[push, workflow_call]', ['the event workflow_call starts it']],
  ])('is left unsaid where no intent has it: %s', async (on, wanted) => {
    expect((await triggers(on)).unsaid).toEqual(wanted);
  });

  it('is told of a workflow of which nothing else is known', async () => {
    const files = {
      ...GO,
      '.github/workflows/odd.yml': workflow(steps('run: unknown'), '{ push: { branches: [a] } }'),
    };
    const { triggers: found, unsaid } = await existing(files);
    expect(found).toEqual([]);
    expect(unsaid.map(({ what }) => what)).toContain('what starts this workflow, of which no check is known: push a');
  });
});
