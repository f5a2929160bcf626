import { describe, expect, it } from 'vitest';
import type { ToolVersion } from '../../../src/domain/profile.ts';
import { read } from '../../../src/prompt/reader/read.ts';
import { expectQuestion } from './expect-question.ts';
import { SHOP } from './shop.ts';

const VERSIONS: Readonly<Record<string, ToolVersion>> = {
  cart: { tool: 'go', value: '1.25.0', because: [] },
  ledger: { tool: 'java', value: '17', because: [] },
  recommender: { tool: 'python', value: '>=3.10', because: [] },
  web: { tool: 'node', value: '24', because: [] },
};
const KNOWN = { ...SHOP, units: SHOP.units.map((unit) => ({ ...unit, version: VERSIONS[unit.directory] ?? null })) };

function fieldOf(words: string, field: string): unknown {
  const { request, questions, refused } = read(words, KNOWN);
  expect({ questions, refused }).toEqual({ questions: [], refused: [] });
  return request.intents.map((intent) => Object.entries(intent).find(([key]) => key === field)?.[1]).find(Boolean);
}

describe('What is wanted too', () => {
  it.each([
    ['Run the tests on Windows too.', ['linux', 'windows']],
    ['Test web also on Windows.', ['linux', 'windows']],
    ['Please test cart on macOS too.', ['linux', 'macos']],
    ['Test on Windows and macOS as well.', ['linux', 'windows', 'macos']],
    ['Also test web on Windows', ['linux', 'windows']],
    ['Test web on Windows, too', ['linux', 'windows']],
    ['Additionally test web on macOS', ['linux', 'macos']],
    ['Test web on Linux and Windows too', ['linux', 'windows']],
    ['We also need to test on Windows.', ['linux', 'windows']],
    ['Add Windows to the tests', ['linux', 'windows']],
    ['Add a test run of web on Windows', ['linux', 'windows']],
    ['Test web on Windows', ['windows']],
    ['Also lint cart, and test web on Windows', ['windows']],
  ])('comes beside Linux: %s', (words, systems) => {
    expect(fieldOf(words, 'systems')).toEqual(systems);
  });

  it.each([
    ['Also test web on Node 22.', ['24', '22']],
    ['Test web on Node 22 too.', ['24', '22']],
    ['Test cart on Go 1.24 as well', ['1.25.0', '1.24']],
    ['Test cart on Go 1.25 and 1.24 as well', ['1.25', '1.24']],
    ['Test the Java code on Java 21, too', ['17', '21']],
    ['Add Node 22 to the web tests', ['24', '22']],
    ['Test web on Node 22', ['22']],
    // Beside what was said before it.
    ['Test cart on Go 1.24, and on 1.26, too', ['1.24', '1.26']],
    ['Test cart on Go 1.24. Test it on 1.26, too.', ['1.24', '1.26']],
    ['Test cart on Go 1.24. On 1.26, too.', ['1.24', '1.26']],
    ['Test cart on Go 1.24. Please test on Go 1.26, too.', ['1.24', '1.26']],
  ])('comes beside the version that the repository names: %s', (words, versions) => {
    expect(fieldOf(words, 'versions')).toEqual(versions);
  });

  it.each([
    ['Build the web image for arm64 too', ['linux/amd64', 'linux/arm64']],
    ['Build the image of web also for arm64.', ['linux/amd64', 'linux/arm64']],
    ['Also build the web image for amd64 and arm64', ['linux/amd64', 'linux/arm64']],
  ])('comes beside the usual platform: %s', (words, platforms) => {
    expect(fieldOf(words, 'platforms')).toEqual(platforms);
  });

  it.each([
    'Test recommender on Python 3.12 too',
    'Test everything on Node 22 as well as on Linux too',
    'Run the tests on Linux too.',
    'Push the images on tags too.',
    'Push the web image to Docker Hub on tags as well.',
    'Run cart on self-hosted runners too',
    'Run the pipeline on pull requests to develop as well.',
    'Run the pipeline on pushes to develop too.',
    'Also run the pipeline on pushes to develop.',
    'Run CI for pushes to release/* branches too',
    'Run the pipeline on tags release-* too',
    'Test web on Windows, and on macOS, too',
    'Test web on Windows only, too',
  ])('is asked about where nobody knows what is there: %s', (words) => {
    expectQuestion(words, KNOWN);
  });

  it('offers the branches that most have', () => {
    expect(read('Run the pipeline on pushes to develop too.', KNOWN).questions).toMatchObject([
      { about: 'develop too', choices: ['main and develop', 'master and develop'] },
    ]);
  });

  it.each(['Also, lint web', 'Also lint web', 'Lint web too', 'Lint web as well.', 'Furthermore, lint web'])(
    'is one more wish where nothing is listed: %s',
    (words) => {
      expect(read(words, KNOWN).request.intents).toEqual([
        { kind: 'check', for: { service: 'web' }, check: 'lint', ensure: true },
      ]);
    },
  );
});
