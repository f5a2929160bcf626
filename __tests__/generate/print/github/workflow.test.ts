import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ProjectProfile } from '../../../../src/domain/profile.ts';
import type { Intent } from '../../../../src/domain/request.ts';
import { digestOfJson } from '../../../../src/workflow/digest.ts';
import { generateOver, jobsOver, workflowOf } from '../../generating.ts';
import { numbers } from '../../numbers.ts';
import { command, lint, need, profileOf, requestOf, service, unit, unitOf } from '../../profiles.ts';

const system = profileOf(
  [unit({ directory: 'cart', needs: [need('postgres')] }), unitOf('pnpm', { directory: 'web', ecosystem: 'node' })],
  [service('cart'), service('web')],
);

describe('The header', () => {
  const [line1 = '', , request = '', body = ''] = generateOver(system).text.split('\n');

  it('says what the file is, how to change it, and what it was made from', () => {
    expect(line1).toContain('Made by agent-generate.');
    const { text } = generateOver(system, requestOf(), { request: requestOf() });
    expect(text).toContain(`\n# request: ${digestOfJson(requestOf())}\n`);
    expect(request).toMatch(/^# request: sha256:[0-9a-f]{64}$/);
  });

  it('names the id that git gives the body below it', () => {
    const { text } = generateOver(system);
    const below = text.slice(text.indexOf(body) + body.length + 1);
    const id = execFileSync('git', ['hash-object', '--stdin'], { input: below, encoding: 'utf8' }).trim();
    expect(body).toContain(`# body: ${id} `);
  });
});

describe('A printed workflow', () => {
  const { text } = generateOver(system);
  const jobs = Object.values(workflowOf(text).jobs);
  const steps = jobs.flatMap((job) => job.steps);

  it('grants nothing at the top, and each job the least, with the reason', () => {
    expect(text).toContain('\npermissions: {}\n');
    for (const job of jobs) {
      const reads = job.steps.some(({ uses }) => uses?.startsWith('actions/checkout@'));
      expect(job.permissions).toEqual(reads ? { contents: 'read' } : {});
    }
    expect(text.match(/contents: read\b.*/g)).toEqual(
      expect.arrayContaining(['contents: read # to check out the code']),
    );
  });

  it('pins every action to a full commit, with its release beside it', () => {
    const uses = [...text.matchAll(/uses: (.*)/g)].map(([, value = '']) => value);
    expect(uses.length).toBe(steps.filter((step) => step.uses !== undefined).length);
    for (const value of uses) expect(value).toMatch(/^[\w./-]+@[0-9a-f]{40} # v?\d+\.\d+(\.\d+)?$/);
  });

  it('leaves no token in a work tree, ends every job in time, and names every step', () => {
    for (const step of steps) {
      expect(step.name).not.toBe('');
      if (step.uses?.startsWith('actions/checkout@')) expect(step.with?.['persist-credentials']).toBe(false);
    }
    for (const job of jobs) expect(job['timeout-minutes']).toBeGreaterThan(0);
  });

  it('cancels superseded runs of pull requests alone', () => {
    expect(parse(text)).toMatchObject({
      concurrency: {
        group: '${{ github.workflow }}-${{ github.event.pull_request.number || github.run_id }}',
        'cancel-in-progress': "${{ github.event_name == 'pull_request' }}",
      },
      defaults: { run: { shell: 'bash' } },
    });
  });

  it('ends in the gate, which needs every other job, always runs, and fails for failed and cancelled ones', () => {
    const { 'ci-gate': gate, ...others } = workflowOf(text).jobs;
    expect(gate?.needs).toEqual(Object.keys(others));
    expect(gate).toMatchObject({ name: 'ci-gate', if: 'always()', permissions: {} });
    expect(gate?.steps).toMatchObject([
      { if: "contains(needs.*.result, 'failure') || contains(needs.*.result, 'cancelled')", run: 'exit 1' },
    ]);
  });

  it('quotes the value of a variable that is named like a command', () => {
    const tested = unit({ commands: { install: [], lint: [], test: [command('NODE_ENV=test npm test')], build: [] } });
    expect(generateOver(profileOf([tested])).text).toContain("run: NODE_ENV='test' npm test");
  });

  it('has a blank line between jobs, no trailing space, and one newline at its end', () => {
    const starts = text
      .split('\n')
      .flatMap((line, at, lines) => (/^ {2}[a-z][\w-]*:$/.test(line) && at > 30 ? [lines[at - 1] ?? ''] : []));
    for (const before of starts) expect(before).toMatch(/^$|^ {2}# /);
    expect(text).not.toMatch(/[ \t]\n|\n\n\n|\n\n$/);
    expect(text.endsWith('\n')).toBe(true);
  });

  it('sets the folder once where all commands of a job share it, and at each step where they do not', () => {
    const commands = { install: [command('npm ci')], lint: [], test: [command('npm test', 'web')], build: [] };
    const job = jobsOver(profileOf([unitOf('npm', { directory: 'web', ecosystem: 'node', commands })]))['web-test'];
    expect(job?.defaults).toBeUndefined();
    expect(job?.steps.slice(-2).map((step) => step['working-directory'])).toEqual([undefined, 'web']);
    expect(workflowOf(text).jobs['cart-test']?.defaults).toEqual({ run: { 'working-directory': 'cart' } });
  });

  it('builds nothing from caches where a run may become a release', () => {
    const released: Intent = { kind: 'trigger', on: 'push', ensure: true, branches: ['main', 'release/**'] };
    const lists = { install: [], lint: [lint('lint', 'golangci-lint run')], test: [], build: [] };
    const profile = profileOf(
      [
        unit({ directory: 'a', commands: lists }),
        ...(['pnpm', 'uv', 'poetry', 'bun', 'gradle', 'maven', 'cargo'] as const).map((manager) =>
          unitOf(manager, { directory: manager, lockfile: `${manager}/lock` }),
        ),
      ],
      [service('cart')],
    );
    expect(generateOver(profile).text).toMatch(/cache-from|hashFiles/);
    const { text: uncached } = generateOver(profile, requestOf(released));
    expect(uncached).not.toMatch(
      /type=gha|hashFiles| cache: (true|npm|pnpm|poetry|maven)|enable-cache: true|dependency-path/,
    );
    expect(uncached).toContain('skip-cache: true');
    expect(uncached).toContain('cache-disabled: true');
  });
});

describe('A machine of one’s own', () => {
  const on = (...labels: [string, ...string[]]) =>
    jobsOver(
      profileOf([unit({ directory: 'cart' }), unit({ directory: 'web' })]),
      requestOf({ kind: 'runner', for: { all: true }, labels }),
    )['cart-test'];

  it.each([['self-hosted'], ['gpu'], ['ubuntu-gpu'], ['our-ubuntu-24.04']])(
    '%s is out of reach of pull requests of forks',
    (label) => {
      expect(on(label)?.if).toBe(
        "(github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository) && needs.changes.outputs.cart == 'true'",
      );
    },
  );

  it.each([['ubuntu-24.04'], ['ubuntu-latest'], ['ubuntu-24.04-arm'], ['windows-2025'], ['macos-15-intel']])(
    'is not GitHub’s %s',
    (label) => {
      expect(on(label)?.if).toBe("needs.changes.outputs.cart == 'true'");
    },
  );

  it('is asked for by all of its labels', () => {
    expect(on('self-hosted', 'linux', 'x64')?.['runs-on']).toEqual(['self-hosted', 'linux', 'x64']);
  });
});

/** Every expression that a workflow of ours may hold; all else is text. */
const OURS =
  /^\$\{\{ (?:'\$\{\{'|github\.event_name(?: == 'pull_request')?|github\.event\.pull_request\.base\.sha|github\.workflow|github\.event\.pull_request\.number \|\| github\.run_id|steps\.changes\.outputs\.[a-z0-9-]+|fromJSON\(needs\.changes\.outputs\.images\)|matrix\.(?:service|context|dockerfile|target|args|version|system)|runner\.os) \}\}$/;

describe('Text of a repository or of a request', () => {
  it('is never an expression, never a key, and never ends a comment, wherever it stands', () => {
    const next = numbers(11);
    const parts = [
      '${{ secrets.X }}',
      '}}',
      '${{',
      '\n',
      '\n  evil: true\n',
      '# ',
      ': ',
      "'",
      '"',
      '\\',
      '`',
      '$(id)',
      '\u202e',
      '\u0000',
      '\uE000',
      '- ',
      '&a',
      '*a',
      '!b',
      'x',
      'ü',
      ' ',
    ];
    const text = () => Array.from({ length: 1 + next(4) }, () => parts[next(parts.length)]).join('');
    for (let round = 0; round < 200; round += 1) {
      const { text: printed } = generateOver(hostileProfile(text), hostileRequest(text));
      const workflow: unknown = parse(printed);
      for (const { value, isScript } of stringsOf(workflow)) {
        const expressions = [...value.matchAll(/\$\{\{.*?\}\}(?:' \}\})?/gs)].map(([found]) => found);
        if (isScript) expect(expressions).toEqual([]);
        for (const found of expressions.filter((it) => !it.startsWith("${{ '${{' }}"))) expect(found).toMatch(OURS);
      }
      expect(keysOf(workflow)).not.toContain('evil');
      expect(printed.replace(/^.*\$\{\{ hashFiles.*$/gm, '')).not.toMatch(/\u202e|\u0000/);
    }
  });
});

function hostileProfile(text: () => string): ProjectProfile {
  const because = () => [{ file: text(), line: 3 }];
  const evil = (directory: string) => ({ run: `echo ${text()}`, directory, because: because() });
  const directory = text();
  const version = (tool: string) => ({ tool, value: text(), because: because() });
  const units = (['go', 'pnpm', 'uv', 'maven', 'cargo'] as const).map((manager) =>
    unitOf(manager, {
      directory,
      lockfile: text(),
      version: version(manager),
      versions: [version('pnpm')],
      needs: [need('redis', { version: text(), environment: { A: text(), [text()]: text() }, because: because() })],
      owns: [text(), text()],
      commands: {
        install: [evil(directory)],
        lint: [{ check: 'lint', ...evil(text()) }],
        test: [evil(directory), evil(directory)],
        build: [evil(directory)],
      },
    }),
  );
  const image = () => ({
    context: text(),
    dockerfile: text(),
    target: text(),
    buildArgs: { [text()]: text() },
    because: because(),
  });
  const services = [
    service(text(), { directory: text(), image: image(), owns: [text()] }),
    service(text(), { directory: text(), image: image() }),
    service(text(), { directory, image: { ...image(), prebuilt: [text()] } }),
  ];
  return profileOf(units, services);
}

/** As no schema would let it in: the printer must not depend on it. */
function hostileRequest(text: () => string) {
  return requestOf(
    { kind: 'runner', for: { all: true }, labels: [text(), text()] },
    { kind: 'matrix', for: { all: true }, tool: 'go', versions: [text()] },
    { kind: 'service', for: { all: true }, service: 'redis', version: text() },
    { kind: 'custom', for: { all: true }, name: text(), command: text() },
  );
}

function stringsOf(value: unknown, key = ''): { readonly value: string; readonly isScript: boolean }[] {
  if (typeof value === 'string') return [{ value, isScript: key === 'run' }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => stringsOf(one, name));
}

function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => [...(Array.isArray(value) ? [] : [name]), ...keysOf(one)]);
}
