import { describe, expect, it } from 'vitest';
import { readSteps } from '../../../src/profile/pipelines/steps.ts';
import { shellCommands } from '../../../src/profile/shell/shell.ts';
import { snapshotOf } from '../detecting.ts';

/** `line folder: command` of each command that a usual change starts, and `line tool value` of what is set up. */
async function steps(file: string, text: string) {
  const read = readSteps(await snapshotOf({ [file]: text }), /./);
  const usual = read.filter(({ isUsual }) => isUsual);
  return {
    commands: usual.flatMap(({ script: lines, directory, environment }) =>
      shellCommands({ lines, directory: directory ?? '?' }).map(
        (command) =>
          `${command.line} ${command.directory}: ${[...environment].map(([name, value]) => `${name}=${value} `).join('')}${command.run}`,
      ),
    ),
    setUps: [
      ...new Set(read.flatMap(({ setUps }) => setUps.map(({ tool, value, line }) => `${line} ${tool} ${value}`))),
    ],
  };
}

describe('The steps of pipelines', () => {
  it('are read with what a variable of theirs hands on from the matrix', async () => {
    const text = [
      'on: pull_request',
      'jobs:',
      '  lint:',
      '    runs-on: ubuntu-latest',
      '    strategy: { matrix: { tests: [{ command: yarn lint }, { command: bundle exec rubocop }] } }',
      '    steps:',
      '      - run: ${{ env.COMMAND }}',
      '        env: { COMMAND: "${{ matrix.tests.command }}", OTHER: "${{ secrets.X }}" }',
      '      - run: ${{ env.COMMAND }}',
    ].join('\n');
    const { commands } = await steps('.github/workflows/ci.yml', text);
    expect(commands).toEqual(['7 .: yarn lint', '7 .: bundle exec rubocop']);
  });

  it('are read from GitHub, with folder, environment, matrix and container', async () => {
    const text = `on: pull_request
env:
  ALL: '1'
  NODE: '22'
  SECRET: \${{ secrets.X }}
jobs:
  web:
    runs-on: ubuntu-latest
    container: python:3.12
    defaults: { run: { working-directory: web } }
    strategy: { matrix: { go: ['1.21', '1.22'] } }
    steps:
      - uses: actions/setup-node@v4
        with:
          node-version: \${{ env.NODE }}
      - uses: actions/setup-go@v5
        with: { go-version: '\${{ matrix.go }}' }
      - run: npm ci
        env: { OWN: 2 }
      - working-directory: .
        run: |
          npm run lint
          npm test
`;
    const { commands, setUps } = await steps('.github/workflows/ci.yml', text);
    expect(commands).toEqual([
      '18 web: ALL=1 NODE=22 OWN=2 npm ci',
      '22 .: ALL=1 NODE=22 npm run lint',
      '23 .: ALL=1 NODE=22 npm test',
    ]);
    expect(setUps).toEqual(['9 python 3.12', '15 node 22', '17 go 1.21', '17 go 1.22']);
  });

  it('are those of each run of a matrix, as far as it is written down', async () => {
    const text = `on: push
env: { FLAGS: --all }
jobs:
  a:
    strategy: { matrix: { dir: [api, web], os: [x, y] } }
    steps:
      - run: make lint \${{ env.FLAGS }}
        working-directory: \${{ matrix.dir }}
      - run: make \${{ matrix.dir }} \${{ github.ref }}
`;
    expect((await steps('.github/workflows/ci.yml', text)).commands).toEqual([
      '7 api: FLAGS=--all make lint --all',
      '7 web: FLAGS=--all make lint --all',
    ]);
  });

  it.each([
    ['nothing but a release starts', 'on: release', '', ''],
    ['a tag alone starts', 'on: { push: { tags: [v1] } }', '', ''],
    ['run elsewhere', 'on: push', 'runs-on: windows-latest', ''],
    ['a failure starts', 'on: push', '', 'if: failure()'],
    ['may fail', 'on: push', '', 'continue-on-error: true'],
    ['a job starts on a condition of its event', 'on: push', "if: github.event_name == 'schedule'", ''],
  ])('that %s are not usual', async (_, on, job, step) => {
    const text = `${on}\njobs:\n  a:\n    name: a\n    ${job}\n    steps:\n      - run: make\n        ${step}\n`;
    expect((await steps('.github/workflows/ci.yml', text)).commands).toEqual([]);
  });

  it('are read from GitLab', async () => {
    const text = `image: node:20-alpine
variables: { A: b, C: $D }
before_script:
  - npm ci
.hidden:
  script: make hidden
lint:
  script:
    - npm run lint
    - |
      cd web
      npm test
deploy:
  when: manual
  script: make deploy
tags:
  only: [tags]
  script: make release
audit:
  allow_failure: true
  script: make audit
`;
    expect(await steps('.gitlab-ci.yml', text)).toEqual({
      commands: ['4 .: A=b npm ci', '9 .: A=b npm run lint', '12 web: A=b npm test'],
      setUps: ['1 node 20'],
    });
  });

  it('are read from CircleCI', async () => {
    const text = `jobs:
  test:
    working_directory: ~/repo
    docker: [{ image: cimg/go:1.22.1 }]
    environment: { A: b }
    steps:
      - checkout
      - run: go test ./...
      - run:
          command: |
            make lint
          working_directory: tools
  apple:
    macos: { xcode: 16.0.0 }
    steps:
      - run: make apple
`;
    expect(await steps('.circleci/config.yml', text)).toEqual({
      commands: ['8 .: A=b go test ./...', '11 tools: A=b make lint'],
      setUps: ['4 go 1.22.1'],
    });
  });

  it('are read from Azure Pipelines', async () => {
    const text = `pool: { vmImage: ubuntu-latest }
stages:
  - stage: a
    jobs:
      - job: b
        variables: { A: b }
        steps:
          - task: NodeTool@0
            inputs:
              versionSpec: '20.x'
          - script: npm ci
            workingDirectory: $(Build.SourcesDirectory)/web
          - bash: make test
            workingDirectory: $(System.DefaultWorkingDirectory)/api
            env: { C: d }
          - bash: make lint
            condition: failed()
  - stage: c
    jobs:
      - job: d
        pool: { vmImage: windows-latest }
        steps:
          - script: make win
`;
    expect(await steps('azure-pipelines.yml', text)).toEqual({
      commands: ['11 web: A=b npm ci', '13 api: A=b C=d make test'],
      setUps: ['10 node 20.x'],
    });
  });

  it('are read from Travis', async () => {
    const text = "language: node_js\nnode_js:\n  - '18'\ninstall: npm ci\nscript:\n  - npm run lint\n  - npm test\n";
    expect(await steps('.travis.yml', text)).toEqual({
      commands: ['4 .: npm ci', '6 .: npm run lint', '7 .: npm test'],
      setUps: ['3 node 18'],
    });
  });

  it('are read from a Jenkinsfile, as far as its lines are plain', async () => {
    const text = `pipeline {
  agent { docker { image 'golang:1.22' } }
  stages {
    stage('a') {
      steps {
        // sh 'make never'
        sh 'make lint'
        dir('web') {
          sh """
            npm ci
            npm test
          """
        }
        dir("\${place}") {
          sh 'make somewhere'
        }
        sh(script: "go test ./...")
      }
    }
  }
}
`;
    expect(await steps('Jenkinsfile', text)).toEqual({
      commands: ['7 .: make lint', '10 web: npm ci', '11 web: npm test', '15 ?: make somewhere', '17 .: go test ./...'],
      setUps: ['2 go 1.22'],
    });
  });

  it('are read from Cloud Build, each in its image', async () => {
    const text = `steps:
  - name: node:20
    entrypoint: npm
    args: [run, lint]
    dir: web
  - name: golang:1.22
    entrypoint: ./scripts/lint.sh
    args: ['$_MODULE']
`;
    expect(await steps('cloudbuild.yaml', text)).toEqual({
      commands: ['3 web: npm run lint'],
      setUps: ['2 node 20', '6 go 1.22'],
    });
  });

  it('are read from Cloud Build where a shell, a builder or a language’s image starts them', async () => {
    const text = `steps:
  - name: golang:1.22
    entrypoint: bash
    args:
      - -c
      - |
        go vet ./...
        go test ./...
  - name: gcr.io/cloud-builders/npm
    args: [test]
  - name: golang:1.22
    args: [go, build, ./...]
  - name: gcr.io/a/linter
    args: [run]
  - name: python:3.12
    script: pytest tests
`;
    expect((await steps('cloudbuild.yaml', text)).commands).toEqual([
      '7 .: go vet ./...',
      '8 .: go test ./...',
      '9 .: npm test',
      '11 .: go build ./...',
      '16 .: pytest tests',
    ]);
  });

  it('are read from CodeBuild, but for what comes after the build', async () => {
    const text = `version: 0.2
env:
  variables: {APP_ENV: test}
phases:
  install:
    runtime-versions: {nodejs: 20, golang: latest}
    commands: [npm ci]
  pre_build:
    on-failure: CONTINUE
    commands: [npm run lint]
  build:
    commands:
      - cd web && npm test
  post_build:
    commands: [npm run other]
`;
    expect(await steps('buildspec.yml', text)).toEqual({
      commands: ['7 .: APP_ENV=test npm ci', '13 web: APP_ENV=test npm test'],
      setUps: ['6 node 20'],
    });
  });
});
