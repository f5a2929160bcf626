import { describe, expect, it } from 'vitest';
import { ConfigurationError, parseConfiguration } from '../../src/context/configuration.ts';
import { readConfiguration } from '../../src/context/read-configuration.ts';
import { CONFIGURATION_PATH } from '../../src/domain/repository.ts';
import type { FileContent, Tree } from '../../src/domain/tree.ts';

const WHOLE = `version: 1
request:
  intents:
    - { kind: timeout, for: { all: true }, minutes: 15 }
settings:
  paths: { include: ["src/**"], exclude: [] }
  fail-on: warning
  bots: ["dependabot[bot]"]
`;

describe('A configuration', () => {
  it('is read whole', () => {
    expect(parseConfiguration(WHOLE)).toMatchObject({
      request: { version: 1, intents: [{ kind: 'timeout', for: { all: true }, minutes: 15 }] },
      asked: [],
      settings: { paths: { include: ['src/**'], exclude: [] }, 'fail-on': 'warning', bots: ['dependabot[bot]'] },
    });
  });

  it.each([
    [
      'an unknown key, with what was probably meant',
      'version: 1\nsetings: {}\n',
      '2:1',
      "no key 'setings'; did you mean settings?",
    ],
    ['a key that stands elsewhere', 'version: 1\nintents: []\n', '2:1', "no key 'intents'; it stands below request."],
    [
      'a key of the top in another place',
      'version: 1\nsettings:\n  asked: []\n',
      '3:3',
      "settings has no key 'asked'; it stands at the top.",
    ],
    ['an unknown key that is like none', 'version: 1\nzzzzzz: {}\n', '2:1', "no key 'zzzzzz'."],
    ['no YAML', 'version: 1\nrequest: [\n', '3:1', 'not YAML'],
    ['another version', 'version: 2\n', '1:10', 'version must be 1'],
    ['no version', 'settings: {}\n', '1:1', 'version is missing'],
    ['a wrong type', 'version: 1\nrequest:\n  intents: yes please\n', '3:12', 'request.intents must be a list'],
    [
      'a wrong value',
      'version: 1\nsettings:\n  fail-on: often\n',
      '3:12',
      'settings.fail-on must be "error" or "warning"',
    ],
    [
      'an intent of no kind',
      'version: 1\nrequest:\n  intents:\n    - kind: magic\n',
      '4:13',
      'request.intents.0.kind must be "check" or "matrix" or ',
    ],
    [
      'an intent without its kind',
      'version: 1\nrequest:\n  intents:\n    - check: lint\n',
      '4:7',
      'request.intents.0.kind is missing; it must be "check" or ',
    ],
    [
      'a field that an intent does not have',
      'version: 1\nrequest:\n  intents:\n    - { kind: timeout, for: { all: true }, minutes: 5, hours: 1 }\n',
      '4:56',
      "no key 'hours'",
    ],
    [
      'a selector that selects nothing',
      'version: 1\nrequest:\n  intents:\n    - { kind: timeout, for: {}, minutes: 5 }\n',
      '4:29',
      'for',
    ],
    [
      'a number out of range',
      'version: 1\nrequest:\n  intents:\n    - { kind: timeout, for: { all: true }, minutes: 0 }\n',
      '4:53',
      'minutes',
    ],
    [
      'a number that is far too large',
      'version: 1\nrequest:\n  intents:\n    - { kind: timeout, for: { all: true }, minutes: 99999 }\n',
      '4:53',
      'request.intents.0.minutes must be at most 360.',
    ],
    [
      'a text that is empty',
      'version: 1\nrequest:\n  intents:\n    - { kind: timeout, for: { service: "" }, minutes: 5 }\n',
      '4:40',
      'service must not be empty.',
    ],
    [
      'a list that is empty',
      'version: 1\nrequest:\n  intents:\n    - { kind: runner, for: { all: true }, labels: [] }\n',
      '4:51',
      'labels must not be empty.',
    ],
    [
      'an expression in a text',
      'version: 1\nrequest:\n  intents:\n    - { kind: runner, for: { all: true }, labels: ["${{ x }}"] }\n',
      '4:52',
      'labels.0 must be one line of text',
    ],
    [
      'a selector that is misspelt, with what was probably meant',
      'version: 1\nrequest:\n  intents:\n    - { kind: timeout, for: { servise: cart }, minutes: 5 }\n',
      '4:31',
      "request.intents.0.for has no key 'servise'; did you mean service?",
    ],
    ...[
      ['aproval', 'approval'],
      ['provenence', 'provenance'],
      ['cpupercent', 'cpuPercent'],
      ['enviroment', 'environment'],
    ].map(([key, meant]): [string, string, string, string] => [
      `the key ${key}`,
      `version: 1\nrequest:\n  intents:\n    - { kind: deploy, for: { all: true }, environment: staging, ${key}: 1 }\n`,
      '4:65',
      `request.intents.0 has no key '${key}'; did you mean ${meant}?`,
    ]),
    ['a key that is like none of any intent', 'version: 1\nbar: 1\n', '2:1', "has no key 'bar'."],
    ['a list at the top', '- 1\n', '1:1', 'must be a mapping'],
    ['nothing', '', '1:1', 'must be a mapping'],
    ['the same key twice', 'version: 1\nversion: 1\n', '2:1', 'unique'],
  ])('with %s is refused at the exact place', (_, text, place, words) => {
    const error = errorOf(() => parseConfiguration(text));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error).toMatchObject({ code: 'CONFIGURATION_INVALID' });
    expect(error.message).toContain(`.github/agent-generate.yml:${place}: `);
    expect(error.message).toContain(words);
  });

  it('says how many faults there are and keeps them all', () => {
    const error = errorOf(() => parseConfiguration('version: 1\nfoo: 1\nbar: 2\n'));
    expect(error.message).toContain('(and 1 more)');
    expect(error).toMatchObject({ findings: [{ path: ['foo'] }, { path: ['bar'] }] });
  });

  it('that is an alias bomb is refused', () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) => `x${level + 1}: &x${level + 1} [${Array(9).fill(`*x${level}`).join(', ')}]`,
    );
    expect(errorOf(() => parseConfiguration(`x0: &x0 [lol]\n${levels.join('\n')}\n`)).message).toMatch(/alias/i);
  });
});

describe('A configuration file', () => {
  it.each([
    ['with CRLF', Buffer.from(WHOLE.replaceAll('\n', '\r\n'))],
    ['with a byte-order mark', Buffer.from(`\ufeff${WHOLE}`)],
    ['in UTF-16', Buffer.from(`\ufeff${WHOLE}`, 'utf16le')],
  ])('%s is read', async (_, bytes) => {
    const read = await readConfiguration(treeOf({ kind: 'content', bytes }));
    expect(read?.configuration).toEqual(parseConfiguration(WHOLE));
  });

  it.each([
    ['that is binary', { kind: 'content', bytes: Buffer.from([0, 159, 146, 150]) }, 'not UTF-8'],
    ['that is too large', { kind: 'too-large', size: 2_000_000 }, '2000000 bytes'],
  ] as const)('%s is refused', async (_, content, words) => {
    await expect(readConfiguration(treeOf(content))).rejects.toThrow(words);
  });

  it('that is not there is no configuration', async () => {
    expect(await readConfiguration(treeOf(null))).toBeNull();
  });
});

function treeOf(content: FileContent | null): Tree {
  return {
    list: async () => ({ entries: content ? [{ path: CONFIGURATION_PATH, mode: 'file' }] : [], unreadable: [] }),
    read: async ([path = '']) => new Map(content ? [[path, content]] : []),
  } satisfies Tree;
}

function errorOf(work: () => unknown): Error {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof Error) return thrown;
  }
  throw new Error('nothing was thrown');
}
