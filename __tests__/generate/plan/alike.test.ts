import { describe, expect, it } from 'vitest';
import { generateOver, jobsOver } from '../generating.ts';
import { command, need, profileOf, requestOf, unit, unitOf } from '../profiles.ts';

const NAMES = ['cart', 'pay', 'search', 'web'];
const SERVICES = NAMES.map((name) => unit({ directory: `src/${name}` }));

function ids(units: readonly ReturnType<typeof unit>[]): string[] {
  return Object.keys(jobsOver(profileOf(units)));
}

describe('Four units that are alike', () => {
  const jobs = jobsOver(profileOf(SERVICES));

  it('are one job for each check, over the units that the change concerns', () => {
    expect(Object.keys(jobs)).toEqual(['changes', 'go-lint', 'go-format', 'go-test', 'go-build', 'ci-gate']);
    expect(jobs['go-test']).toMatchObject({
      name: '${{ matrix.unit }}: test',
      needs: 'changes',
      strategy: { 'fail-fast': false, matrix: { include: '${{ fromJSON(needs.changes.outputs.go) }}' } },
      defaults: { run: { 'working-directory': '${{ matrix.directory }}' } },
    });
    expect(jobs['go-test']?.steps[1]?.with).toEqual({
      'go-version-file': '${{ matrix.directory }}/go.mod',
      'cache-dependency-path': '${{ matrix.directory }}/go.sum',
    });
  });

  it('have each their line in the script that finds what concerns them', () => {
    const script = jobs.changes?.steps.at(-1)?.run ?? '';
    expect(Object.keys(jobs.changes?.outputs ?? {})).toEqual(['go']);
    expect(script).toContain(`# src/cart/manifest:1\nrow '{"unit":"cart","directory":"src/cart"}' 'src/cart/**'\n`);
    expect(script.match(/^matrix /gm)).toHaveLength(1);
  });

  it('are jobs of their own where they are fewer', () => {
    expect(ids(SERVICES.slice(1))).toContain('web-test');
    expect(ids(SERVICES.slice(1))).not.toContain('go-test');
  });

  it('share no matrix with one that differs by more than its folder', () => {
    const other = unit({ directory: 'src/pay', version: { tool: 'go', value: '1.22', because: [] } });
    expect(ids(SERVICES.map((it) => (it.directory === 'src/pay' ? other : it)))).toEqual([
      'changes',
      ...['cart', 'pay', 'search', 'web'].flatMap((name) =>
        ['lint', 'format', 'test', 'build'].map((check) => `${name}-${check}`),
      ),
      'ci-gate',
    ]);
  });

  it('have rows of their own for a check that not all of them have', () => {
    const untested = unit({ directory: 'src/docs', commands: { ...COMMANDS, test: [] } });
    const found = jobsOver(profileOf([...SERVICES, untested]));
    expect(Object.keys(found.changes?.outputs ?? {})).toEqual(['docs', 'go']);
  });

  it('keep containers and wishes for versions to themselves', () => {
    const needing = SERVICES.map((it) => ({ ...it, needs: [need('redis')] }));
    expect(ids(needing)).toEqual(
      expect.arrayContaining(['go-lint', 'cart-test', 'pay-test', 'search-test', 'web-test', 'go-build']),
    );
    const wish = requestOf({ kind: 'matrix', for: { all: true }, tool: 'go', versions: ['1.24', '1.25'] });
    expect(Object.keys(jobsOver(profileOf(SERVICES), wish))).toEqual(expect.arrayContaining(['cart-test', 'go-lint']));
  });

  it('are at most 256 rows', () => {
    const many = Array.from({ length: 300 }, (_, at) => unit({ directory: `u${at}`, commands: only(`u${at}`) }));
    expect(ids(many)).toEqual(['changes', 'go-test', 'go-test-2', 'ci-gate']);
  });

  it('say why they are there as long as the script can be checked', () => {
    const script = (count: number) => {
      const folder = 'a-folder-of-services-with-a-long-name';
      const many = Array.from({ length: count }, (_, at) =>
        unit({ directory: `${folder}/u${at}`, commands: only(`${folder}/u${at}`) }),
      );
      return jobsOver(profileOf(many)).changes?.steps.at(-1)?.run ?? '';
    };
    expect(script(100)).toContain('# a-folder-of-services-with-a-long-name/u7/');
    const long = script(400);
    expect(long).toContain('/u399"');
    expect(long).not.toContain('# a-folder-of-services-with-a-long-name/');
    expect(long.length).toBeLessThan(65_536);
  });

  it('leave runners to others where they are many', () => {
    const parallel = (count: number) => {
      const many = Array.from({ length: count }, (_, at) => unit({ directory: `u${at}`, commands: only(`u${at}`) }));
      return jobsOver(profileOf(many))['go-test']?.strategy?.['max-parallel'];
    };
    expect([parallel(25), parallel(26)]).toEqual([undefined, 10]);
  });

  it('are written into the matrix where the same files concern them all', () => {
    const shared = SERVICES.map((it) => ({ ...it, owns: ['**'] }));
    const { 'go-test': job } = jobsOver(profileOf(shared));
    expect(job?.needs).toBeUndefined();
    expect(job?.strategy?.matrix.include).toEqual(NAMES.map((name) => ({ unit: name, directory: `src/${name}` })));
  });

  it.each(['npm', 'pnpm', 'uv', 'maven', 'cargo'] as const)('are folded for %s too', (manager) => {
    const units = NAMES.map((name) =>
      unitOf(manager, { directory: name, ecosystem: 'node', lockfile: `${name}/lock`, commands: only(name) }),
    );
    const { text } = generateOver(profileOf(units));
    expect(text.match(/matrix\.directory/g)?.length).toBeGreaterThan(1);
    expect(text).not.toContain('\uE000');
  });

  it.each([
    ['mix', 'mix.lock'],
    ['bun', 'bun.lock'],
    ['spm', 'Package.resolved'],
    ['composer', 'a {0} b.lock'],
  ] as const)('hash the lock of %s inside the one expression that there can be', (manager, lock) => {
    const units = NAMES.map((name) =>
      unitOf(manager, { directory: name, ecosystem: 'elixir', lockfile: `${name}/${lock}`, commands: only(name) }),
    );
    const { text } = generateOver(profileOf(units));
    expect(text).toContain(
      `key: ${manager}-\${{ runner.os }}-\${{ hashFiles(format('{0}/${lock.replace('{0}', '{{0}}')}', matrix.directory)) }}`,
    );
    expect(text).not.toMatch(/\$\{\{[^}]*\$\{\{/);
  });

  it('hash what keys the cache of a tool that the runner has', () => {
    const units = NAMES.map((name) => {
      const commands = { ...only(name), install: [command('conan install .', name)] };
      return unitOf('cmake', { directory: name, ecosystem: 'cpp', lockfile: null, commands });
    });
    const { text } = generateOver(profileOf(units));
    expect(text).toContain("key: conan-${{ runner.os }}-${{ hashFiles(format('{0}/conanfile.*', matrix.directory)) }}");
  });

  it('are no place for a sign of somebody else', () => {
    const evil = SERVICES.map((it) => ({ ...it, lockfile: `${it.directory}/\uE000` }));
    expect(generateOver(profileOf(evil)).text).not.toContain('matrix.directory');
  });
});

/** Of nobody: what alike units of another kind have. */
const COMMANDS = { install: [], lint: [], build: [command('make', 'src/docs')] };

function only(directory: string) {
  return { install: [], lint: [], test: [command('make test', directory)], build: [] };
}
