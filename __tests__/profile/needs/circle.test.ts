import { describe, expect, it } from 'vitest';
import { linesOf, theUnit } from '../profiled.ts';

const PYTHON = { 'requirements.txt': 'psycopg2-binary\npytest\n', 'tests/test_a.py': 'def test_a(): pass\n' };

async function needs(pipeline: string) {
  const unit = await theUnit({ ...PYTHON, '.circleci/config.yml': pipeline });
  return unit.needs.map((need) => [need.service, need.version, need.environment, linesOf(need)[0]]);
}

const IMAGES = `docker:
      - image: cimg/python:3.12
      - image: cimg/postgres:15.6
        environment: { POSTGRES_DB: shop }
`;
const NEED = ['postgres', '15', { POSTGRES_DB: 'shop' }];

describe("The containers of CircleCI's jobs", () => {
  it('are needs of what runs in the first of them', async () => {
    expect(await needs(`jobs:\n  test:\n    ${IMAGES}    steps: [checkout, { run: pytest }]\n`)).toEqual([
      [...NEED, '.circleci/config.yml:5'],
    ]);
  });

  it('are those of an executor, and of what a command of the pipeline runs', async () => {
    const executors = `executors:\n  it:\n    ${IMAGES}commands:\n  all:\n    steps:\n      - run: { name: Test, command: pytest }\n`;
    const found = [[...NEED, '.circleci/config.yml:5']];
    expect(await needs(`${executors}jobs:\n  test:\n    executor: it\n    steps: [all]\n`)).toEqual(found);
    expect(await needs(`${executors}jobs:\n  test:\n    executor: { name: it }\n    steps: [{ all: {} }]\n`)).toEqual(
      found,
    );
  });

  it('are none beside a job that tests nothing here, where no driver tells of them', async () => {
    const beside = IMAGES.replace('cimg/postgres:15.6', 'cimg/mysql:8.0');
    const job = (name: string, steps: string) => `jobs:\n  ${name}:\n    ${beside}    steps: [${steps}]\n`;
    expect(await needs(job('test', '{ run: pytest }'))).toEqual([
      ['mysql', '8.0', { POSTGRES_DB: 'shop' }, '.circleci/config.yml:5'],
    ]);
    expect(await needs(job('docs', '{ run: make docs }'))).toEqual([]);
    expect(await needs(`commands:\n  all:\n    steps: [all]\n${job('test', 'all')}`)).toEqual([]);
  });

  it('are none where the job itself runs in the image', async () => {
    const pipeline = 'jobs:\n  a:\n    docker: [{ image: "cimg/postgres:15.6" }]\n    steps: [{ run: pytest }]\n';
    expect(await needs(pipeline)).toEqual([]);
  });
});
