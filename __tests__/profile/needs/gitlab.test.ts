import { describe, expect, it } from 'vitest';
import { cited } from '../detecting.ts';
import { profiled } from '../profiled.ts';

const PYTHON = { 'requirements.txt': 'psycopg2-binary\npytest\n', 'tests/test_a.py': 'def test_a(): pass\n' };

async function unitOf(pipeline: string) {
  const { units } = await profiled({ ...PYTHON, '.gitlab-ci.yml': pipeline });
  const [unit] = units;
  return {
    needs: (unit?.needs ?? []).map(({ service, version, environment }) => ({ service, version, environment })),
    cited: unit?.needs.flatMap((need) => cited(need)) ?? [],
    test: unit?.commands.test.map(({ run }) => run),
  };
}

describe("The services of GitLab's jobs", () => {
  it('are needs, with the variables that their images read, and are reached on the machine itself', async () => {
    const pipeline = [
      'variables: { POSTGRES_DB: shop, OTHER: x }',
      'test:',
      '  services: ["postgres:15"]',
      '  variables:',
      '    POSTGRES_PASSWORD: throw-away',
      '    DATABASE_URL: postgresql://postgres:throw-away@postgres/shop',
      '  script: [pytest]',
    ].join('\n');
    const { needs, cited: lines, test } = await unitOf(pipeline);
    expect(needs).toEqual([
      { service: 'postgres', version: '15', environment: { POSTGRES_DB: 'shop', POSTGRES_PASSWORD: 'throw-away' } },
    ]);
    expect(lines).toContain('.gitlab-ci.yml:3');
    expect(test?.[0]).toContain('DATABASE_URL=postgresql://postgres:throw-away@localhost/shop ');
  });

  it.each([
    ['of all jobs', 'services: [postgres:16]\ntest:\n  script: [pytest]\n', '16'],
    ['by default', 'default:\n  services: [postgres:16]\ntest:\n  script: [pytest]\n', '16'],
    ['by name', 'test:\n  services: [{ name: "postgres:14", alias: db }]\n  script: [pytest]\n', '14'],
    [
      'of a job before those of all',
      'services: [postgres:16]\ntest:\n  services: [postgres:13]\n  script: [pytest]\n',
      '13',
    ],
  ])('are needs %s', async (_, pipeline, version) => {
    expect((await unitOf(pipeline)).needs).toMatchObject([{ service: 'postgres', version }]);
  });

  it('are needs of tests that a task with a name of its own starts, where the unit has a substitute as well', async () => {
    const script = '["bundle exec rake split:rspec[\\"--format progress\\"]"]';
    const service = '{ name: "registry.example/library/postgres:16.4", alias: db, command: ["--fsync=false"] }';
    const { units } = await profiled({
      Gemfile: "source 'https://rubygems.org'\ngem 'rspec'\ngem 'pg'\ngem 'sqlite3'\n",
      'spec/a_spec.rb': '',
      '.gitlab-ci.yml': `specs:\n  services:\n    - ${service}\n  script: ${script}\n`,
    });
    expect(units[0]?.needs).toMatchObject([{ service: 'postgres', version: '16' }]);
  });

  it('have the names that GitLab gives them, or the pipeline', async () => {
    const test = async (service: string, host: string) => {
      const variables = `  variables: { APP_URL: "http://${host}:1234/a" }\n`;
      const pipeline = `test:\n  services:\n    - ${service}\n${variables}  script: [pytest]\n`;
      return (await unitOf(pipeline)).test?.[0];
    };
    expect(await test('{ name: "acme/api:1", alias: "api other" }', 'other')).toContain('http://localhost:1234/a');
    expect(await test('acme/api:1', 'acme__api')).toContain('http://localhost:1234/a');
    expect(await test('acme/api:1', 'acme-api')).toContain('http://localhost:1234/a');
    expect(await test('acme/api:1', 'another')).not.toContain('localhost');
  });

  it('are nothing beside a template, or a job that tests nothing here', async () => {
    expect((await unitOf('.test:\n  services: [mysql:8]\n  script: [pytest]\n')).needs).toEqual([]);
    expect((await unitOf('docs:\n  services: [mysql:8]\n  script: [make docs]\n')).needs).toEqual([]);
  });
});
