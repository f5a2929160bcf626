import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { findAct } from '../../rigs/act/act.ts';
import { type PipelineRequest, runPipeline } from '../../rigs/act/pipeline.ts';
import { findPostgres } from '../../rigs/act/postgres-programs.ts';
import { reportOf } from '../../rigs/act/report.ts';
import type { JobRun } from '../../rigs/act/result.ts';
import { rewriteWorkflow } from '../../rigs/act/rewrite.ts';
import { writeStubs } from '../../rigs/act/stubs.ts';
import { type TemporaryRepository, temporaryDirectory, temporaryRepository } from '../fakes/repository.ts';

const SAMPLE = readFileSync(new URL('fixtures/sample.yml', import.meta.url), 'utf8');

const missing = [(await findAct()) ? [] : 'act', (await findPostgres()).length > 0 ? [] : 'PostgreSQL'].flat();
if (missing.length > 0)
  console.warn(`NOT TESTED: running pipelines, for want of ${missing.join(' and ')} (make tools).`);

it('The tools for running pipelines are there, at least where CI is true', () => {
  expect(process.env.CI === 'true' ? missing : []).toEqual([]);
});

describe.skipIf(missing.length > 0)('A pipeline that is run', { timeout: 120_000 }, () => {
  let before: string;
  let after: string;
  let report: string;
  let jobs: readonly JobRun[];

  beforeAll(async () => {
    await using repository = await sampleRepository();
    before = stateOf(repository);
    const run = await runPipeline(requestFor(repository, ['image']));
    after = stateOf(repository);
    report = reportOf(run);
    jobs = run.jobs;
  }, 120_000);

  it('tells of each job what became of it, in the order of the workflow', () => {
    expect(jobs.map(({ name, status }) => `${name}: ${status}`)).toEqual([
      'changes: passed',
      'cart: passed',
      'web: skipped',
      'web-shards: skipped',
      'each (cart): passed',
      'each (ledger): failed',
      'systems (ubuntu-24.04): passed',
      'systems (windows-2025): left out',
      'ledger: passed',
      'image: left out',
      'windows: left out',
      'broken: failed',
      'gate: failed',
    ]);
  });

  it('finds what changed by the history of a merge commit', () => {
    expect(logOf('changes')).toEqual(['cart/price.txt', 'ledger/entry.txt']);
  });

  it('gives a job Node 24 and pnpm after the steps that set them up, and every tracked file', () => {
    expect(logOf('cart').slice(-4)).toEqual(['v24', expect.stringMatching(/^10\./), 'two', 'tracked']);
  });

  it('puts a database where the service container would be', () => {
    expect(logOf('ledger')).toContainEqual(expect.stringMatching(/^ *asked ledger$/));
    expect(logOf('ledger')[0]).toMatch(/^postgres .* listens on localhost:\d+ in place of postgres:17$/);
  });

  it('says which step failed and what the job printed, and which failure was tolerated', () => {
    const broken = jobs.find(({ id }) => id === 'broken');
    expect(broken).toMatchObject({
      steps: [{ status: 'passed' }, { status: 'tolerated' }, { name: 'Break', status: 'failed' }],
      log: expect.arrayContaining(['the reason']),
    });
  });

  it('gives every combination of a matrix the same shell, without pipefail', () => {
    const second = jobs.find(({ name }) => name === 'each (ledger)');
    expect(second).toMatchObject({
      steps: [
        { name: 'Pipe', status: 'passed' },
        { name: 'Compare', status: 'failed' },
      ],
    });
  });

  it('lets the gate see jobs that were left out as skipped', () => {
    expect(logOf('gate').map((line) => line.trim())).toEqual(
      expect.arrayContaining(['2 failure', '4 skipped', '4 success']),
    );
  });

  it('reports one line a job, the reasons, and what was not really run', () => {
    expect(report).toContain('left out  image  on request');
    expect(report).toContain('left out  windows  it needs a runner windows-2025');
    expect(report).toContain('failed    broken  at: Break');
    expect(report).toContain('something stood in: actions/setup-node, pnpm/action-setup.');
  });

  it('leaves the checkout as it was', () => {
    expect(after).toBe(before);
  });

  it('ends the database with the job', async () => {
    await expect(serve(port).then(close)).resolves.toBeUndefined();
  });

  it('fails a job clearly when the port of its service is taken', async () => {
    const server = await serve(port);
    await using repository = await sampleRepository();
    const others = jobs.map(({ id }) => id).filter((id) => id !== 'ledger' && id !== 'changes');
    const run = await runPipeline(requestFor(repository, [...new Set(others)]));
    await close(server);
    expect(run.jobs.find(({ id }) => id === 'ledger')).toMatchObject({
      status: 'failed',
      // What a step says and that it failed come by two ways: either may be first.
      log: expect.arrayContaining([expect.stringContaining(`PORT_TAKEN: port ${port} on loopback is taken`)]),
    });
  });

  it('is ended when time is up', async () => {
    await using repository = await sampleRepository();
    const request = { ...requestFor(repository, []), signal: AbortSignal.abort() };
    await expect(runPipeline(request)).rejects.toMatchObject({ code: 'TIME_UP' });
  });

  it('is not begun where the pull request conflicts with its base', async () => {
    await using repository = await sampleRepository();
    repository.git('checkout', '--quiet', 'main');
    repository.write({ 'cart/price.txt': 'three\n' });
    repository.commit();
    repository.git('checkout', '--quiet', 'feature');
    await expect(runPipeline(requestFor(repository, []))).rejects.toMatchObject({ code: 'MERGE_CONFLICT' });
  });

  it.each([
    { change: { workflow: 'missing.yml' }, code: 'WORKFLOW_UNREADABLE' },
    { change: { base: 'nowhere' }, code: 'GIT_FAILED' },
    { change: { leaveOut: ['imag'] }, code: 'UNKNOWN_JOB' },
    { change: { catalogue: '/dev/null' }, code: 'CATALOGUE_UNREADABLE' },
  ])('is refused with $code for $change', async ({ change, code }) => {
    await using repository = await sampleRepository();
    await expect(runPipeline({ ...requestFor(repository, []), ...change })).rejects.toMatchObject({ code });
  });

  function logOf(id: string): readonly string[] {
    const job = jobs.find((one) => one.id === id);
    return job && 'log' in job ? job.log : [];
  }
});

describe('The copy of a workflow that act is given', () => {
  const options = { leaveOut: [], services: '/services' };

  it('keeps numbers as they are written', () => {
    const text =
      'jobs:\n  a:\n    runs-on: ubuntu-latest\n    strategy: {matrix: {python: [3.10, "3.11"]}}\n    steps: []\n';
    expect(rewriteWorkflow(text, options).text).toContain('3.10');
  });

  it.each([
    ['services: {queue: {image: "rabbitmq:4"}}', 'nothing stands in for its service rabbitmq:4'],
    ['container: node:24', 'it runs in a container'],
    ['steps: [{uses: "docker://alpine"}]', 'it uses the image docker://alpine'],
    ['steps: [{uses: actions/checkout@v7, with: {repository: other/one}}]', 'it checks out something else, other/one'],
    ['uses: ./.github/workflows/other.yml', 'it calls another workflow, ./.github/workflows/other.yml'],
  ])('leaves out a job with %s, and says why', (line, why) => {
    const { leftOut, text } = rewriteWorkflow(`jobs:\n  a:\n    runs-on: ubuntu-latest\n    ${line}\n`, options);
    expect(leftOut.get('a')).toBe(why);
    expect(text).toContain('if: false');
  });

  it('has nothing of the services of a job that is left out', () => {
    const services = 'services: {db: {image: "postgres:18", command: postgres -c fsync=off}}';
    const text = `jobs:\n  a:\n    runs-on: ubuntu-latest\n    ${services}\n    steps: []\n`;
    expect(rewriteWorkflow(text, { ...options, leaveOut: ['a'] }).text).not.toContain('services');
    expect(rewriteWorkflow(text, options).text).not.toContain('command: postgres');
  });

  it('is refused for an action that the catalogue does not have', async () => {
    const stubs = writeStubs(['nobody/knows@v1'], { catalogue: {}, folder: '/nowhere', brought: {} });
    await expect(stubs).rejects.toMatchObject({ code: 'UNKNOWN_ACTION' });
  });

  it('fails at a setup step whose program is not on the machine', async () => {
    using directory = temporaryDirectory();
    const catalogue = { 'oven-sh/setup-bun': { version: null, inputs: {}, outputs: [] } };
    await writeStubs(['oven-sh/setup-bun@v2'], { catalogue, folder: directory.path, brought: {} });
    const action = readFileSync(`${directory.path}/oven-sh+setup-bun+v2/action.yml`, 'utf8');
    expect(action).toContain('nothing stands in for bun of oven-sh/setup-bun here: put bun on PATH');
  });
});

const port = await freePort();

async function sampleRepository(): Promise<TemporaryRepository> {
  const repository = temporaryRepository({
    '.gitignore': '*.log\n',
    '.env': 'LEAKED=1\n',
    'cart/price.txt': 'one\n',
    'ledger/entry.txt': 'one\n',
    'web/page.txt': 'one\n',
  });
  repository.write({ 'cart/tracked.log': 'tracked\n', 'sample.yml': SAMPLE.replaceAll('PORT', String(port)) });
  repository.git('add', '--force', 'cart/tracked.log');
  repository.commit();
  repository.git('checkout', '--quiet', '-b', 'feature');
  repository.write({ 'cart/price.txt': 'two\n', 'ledger/entry.txt': 'two\n' });
  repository.commit();
  return repository;
}

function requestFor(repository: TemporaryRepository, leaveOut: readonly string[]): PipelineRequest {
  const signal = AbortSignal.timeout(100_000);
  return { repository: repository.path, workflow: 'sample.yml', base: 'main', leaveOut, signal };
}

/** Everything of a checkout that a job could have changed. */
function stateOf({ path, git }: TemporaryRepository): string {
  const files = execFileSync('find', ['.', '-type', 'f', '-not', '-path', './.git/index'], {
    cwd: path,
    encoding: 'utf8',
  });
  return [git('status', '--porcelain', '--ignored'), git('for-each-ref'), git('rev-parse', 'HEAD'), files].join('\n');
}

async function freePort(): Promise<number> {
  const server = await serve(0);
  const { port: free } = server.address() as AddressInfo;
  await close(server);
  return free;
}

async function serve(at: number): Promise<Server> {
  const server = createServer().listen(at, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function close(server: Server): Promise<void> {
  await once(server.close(), 'close');
}
