import { expect, it } from 'vitest';
import { firstCall, readAutomation, readJoinedAutomation } from '../../../src/profile/ci/automation.ts';
import { snapshotOf } from '../detecting.ts';

it.each([
  '.github/workflows/ci.yml',
  '.github/actions/a/action.yml',
  '.circleci/config.yml',
  '.woodpecker/ci.yaml',
  'Jenkinsfile',
  'web/Makefile',
  'justfile',
  'Taskfile.yml',
  'more.mk',
  'script/test.sh',
  'web/hack/test.sh',
])('A repository starts things by %s', async (file) => {
  const snapshot = await snapshotOf({ [file]: 'make a' });
  expect(readAutomation(snapshot)).toEqual([{ file, number: 1, text: 'make a' }]);
});

it.each(['.github/workflows/generated.yml', 'src/test.sh', 'docs/ci.yml'])('It starts nothing by %s', async (file) => {
  expect(readAutomation(await snapshotOf({ [file]: 'make a' }))).toEqual([]);
});

it('A comment starts nothing, and a line goes on behind a backslash in its own file', async () => {
  const snapshot = await snapshotOf({ Jenkinsfile: '// make a\n# make b\nmake c \\', Makefile: 'make d \\\n  e' });
  const lines = readJoinedAutomation(snapshot);
  expect(lines.map(({ file, number, text }) => `${file}:${number} ${text}`)).toEqual([
    'Jenkinsfile:3 make c \\',
    'Makefile:1 make d e',
  ]);
  expect(firstCall(snapshot, lines, /make d/)?.because).toMatchObject({ file: 'Makefile', line: 1 });
  expect(firstCall(snapshot, lines, /make b/)).toBeNull();
});

it('What a step runs is shown before what it is called', async () => {
  const file = '.github/workflows/ci.yml';
  const snapshot = await snapshotOf({
    [file]: '- name: Run make a\n  run: |\n    make a -j\n- name: make b\n  uses: ./b\n',
  });
  const lines = readAutomation(snapshot);
  expect(firstCall(snapshot, lines, /make a/)?.because).toMatchObject({ file, line: 3 });
  expect(firstCall(snapshot, lines, /make b/)?.because).toMatchObject({ file, line: 4 });
});
