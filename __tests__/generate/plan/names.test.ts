import { describe, expect, it } from 'vitest';
import { distinct, serviceNames, slug, unitNames } from '../../../src/generate/plan/names.ts';
import { service, unit, unitOf } from '../profiles.ts';

describe('The names of units', () => {
  it.each([
    [['src/cart', 'src/web'], ['cart', 'web'], 'the folder'],
    [['.', 'web'], ['go', 'web'], 'the ecosystem at the root'],
    [['a/api', 'b/api'], ['a-api', 'b-api'], 'more of the path where two are alike'],
    [['x/a/api', 'y/a/api', 'web'], ['x-a-api', 'y-a-api', 'web'], 'all of the path where they still are'],
    [
      ['changes', 'images', 'image', 'ci-gate'],
      ['changes-go', 'images-go', 'image-go', 'ci-gate-go'],
      'never an id of ours',
    ],
    [['Größe', 'München Süd', '日本', '-x', '9 lives'], ['große', 'munchen-sud', 'x', 'x-2', 'x-9-lives'], 'letters'],
  ])('%j are %j: %s', (directories, names) => {
    const units = directories.map((directory) => unit({ directory }));
    expect([...unitNames(units).values()]).toEqual(names.map(slug));
  });

  it('tell apart two units in one folder', () => {
    const units = [unit({ directory: 'app' }), unitOf('pnpm', { directory: 'app', ecosystem: 'node' })];
    expect([...unitNames(units).values()]).toEqual(['app-go', 'app-node']);
  });

  it('are unique and ids that GitHub takes, whatever the folders are called', () => {
    const directories = [
      '${{ x }}',
      '"',
      "'",
      '$(reboot)',
      'a b',
      'a-b',
      'a_b',
      'x'.repeat(300),
      `y/${'x'.repeat(300)}`,
    ];
    const names = [...unitNames(directories.map((directory) => unit({ directory }))).values()];
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9-]{0,79}$/);
  });
});

describe('The names of services', () => {
  it('are unique', () => {
    const services = ['My App', 'my-app', '1'].map((name) => service(name));
    expect([...serviceNames(services).values()]).toEqual(['my-app', 'my-app-2', 'x-1']);
  });
});

describe('Distinct names', () => {
  it('get numbers that nobody has', () => {
    expect(distinct(['a', 'a', 'a-2', 'b'], ['b'])).toEqual(['a', 'a-2', 'a-2-2', 'b-2']);
  });
});
