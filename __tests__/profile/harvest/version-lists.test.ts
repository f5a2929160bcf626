import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../fakes/memory-tree.ts';
import { theUnit } from '../profiled.ts';

const PYTHON: MemoryFiles = { 'requirements.txt': 'flask\n', 'app.py': '' };
const RUBY: MemoryFiles = { Gemfile: 'gem "rake"\n', 'a.rb': '' };
const JAVA: MemoryFiles = { 'pom.xml': '<project><artifactId>a</artifactId></project>', 'src/main/java/A.java': '' };

/** The version of the unit, with the place that shows it. */
async function versionOf(files: MemoryFiles): Promise<string> {
  const { version } = await theUnit(files);
  return `${version?.value} ${version?.because[0]?.file}:${version?.because[0]?.line}`;
}

describe('The version of a unit whose own files say none', () => {
  it('is the newest of a list of Travis, with those of its further runs', async () => {
    const list = "language: python\npython:\n  - '3.8'\n  - '3.10'\n  - nightly\nscript: pytest\n";
    expect(await versionOf({ ...PYTHON, '.travis.yml': list })).toBe('3.10 .travis.yml:2');
    const runs = "jobs:\n  include:\n    - python: '3.11'\n    - { python: '3.12', env: A=1 }\nscript: pytest\n";
    expect(await versionOf({ ...PYTHON, '.travis.yml': runs })).toBe('3.12 .travis.yml:3');
  });

  it('is that of Ruby and of a JDK by the names that Travis has for them', async () => {
    const ruby = 'language: ruby\nrvm: ruby-3.2.1\nscript: bundle exec rake\n';
    expect(await versionOf({ ...RUBY, '.travis.yml': ruby })).toBe('3.2.1 .travis.yml:2');
    const jdk = 'language: java\njdk: [openjdk11, openjdk17, openjdk-ea]\nscript: mvn verify\n';
    expect(await versionOf({ ...JAVA, '.travis.yml': jdk })).toBe('17 .travis.yml:2');
  });

  it('is that of an image of GitLab whose tag the matrix says', async () => {
    const job = (image: string, more: string) => `test:\n  image: ${image}\n  script: pytest\n${more}`;
    const matrix = "  parallel:\n    matrix:\n      - PY: ['3.9', '3.12']\n";
    for (const image of ['python:$PY', 'python:${PY}-slim'])
      expect(await versionOf({ ...PYTHON, '.gitlab-ci.yml': job(image, matrix) })).toBe('3.12 .gitlab-ci.yml:2');
    const own = "variables: { PY: '3.11' }\n";
    expect(await versionOf({ ...PYTHON, '.gitlab-ci.yml': own + job('python:$PY', '') })).toBe('3.11 .gitlab-ci.yml:3');
    expect(await versionOf({ ...PYTHON, '.gitlab-ci.yml': job('python:$CI_NAME', '') })).toMatch(/^undefined/);
  });

  it('is that of an image of CircleCI whose tag a parameter says', async () => {
    const steps = '    steps:\n      - run: pytest\n';
    const job = (more: string) => `jobs:\n  test:\n${more}${steps}`;
    const image = 'docker: [{ image: "cimg/python:<< parameters.v >>" }]\n';
    const declared = "parameters: { v: { type: string, default: '3.9' } }\n";
    const calls = (call: string) => `workflows:\n  all:\n    jobs:\n      - test: ${call}\n`;
    const circle = (text: string) => versionOf({ ...PYTHON, '.circleci/config.yml': text });
    expect(await circle(job(`    ${declared}    ${image}`))).toBe('3.9 .circleci/config.yml:4');
    const matrix = calls("{ matrix: { parameters: { v: ['3.10', '3.12'] } } }");
    expect(await circle(job(`    ${declared}    ${image}`) + matrix)).toBe('3.12 .circleci/config.yml:4');
    expect(await circle(job(`    ${declared}    ${image}`) + calls("{ v: '3.8' }"))).toBe('3.8 .circleci/config.yml:4');
    const executor = (given: string) =>
      `executors:\n  py:\n    ${declared}    ${image}${job(`    ${declared}    executor: { name: py${given} }\n`)}`;
    expect(await circle(executor(''))).toBe('3.9 .circleci/config.yml:4');
    expect(await circle(executor(", v: '3.11'"))).toBe('3.11 .circleci/config.yml:4');
    expect(await circle(executor(", v: '<< parameters.v >>'") + calls("{ v: '3.10' }"))).toBe(
      '3.10 .circleci/config.yml:4',
    );
  });

  it('is that of a workflow of GitHub where another system says another', async () => {
    const workflow =
      "on: push\njobs:\n  a:\n    steps:\n      - { uses: actions/setup-python@v5, with: { python-version: '3.13' } }\n      - run: pytest\n";
    const files = { '.travis.yml': "python: '3.6'\nscript: pytest\n", '.github/workflows/ci.yml': workflow };
    expect(await versionOf({ ...PYTHON, ...files })).toBe('3.13 .github/workflows/ci.yml:5');
  });
});
