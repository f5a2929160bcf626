import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../src/context/configuration.ts';
import { configurationInForce } from '../../src/context/in-force.ts';
import { CONFIGURATION_RULE } from '../../src/context/rules.ts';
import { memoryTree } from '../fakes/memory-tree.ts';

const PATH = '.github/agent-generate.yml';
const GOOD = 'version: 1\n';
const OTHER = 'version: 1\nsettings: { bots: ["renovate[bot]"] }\n';
const BROKEN = 'version: 1\nsettings: { bot: [] }\n';

function inForce(base: string | null, head: string | null) {
  const treeOf = (text: string | null) => memoryTree(text === null ? {} : { [PATH]: text });
  return configurationInForce({ base: treeOf(base), head: treeOf(head), hint: 'it counts once it is merged' });
}

it('The rule about it shows a file that can be used, and one that cannot', () => {
  expect(() => parseConfiguration(CONFIGURATION_RULE.good)).not.toThrow();
  expect(() => parseConfiguration(CONFIGURATION_RULE.bad)).toThrow(/has no key 'minuts'; did you mean minutes\?/);
});

describe('The configuration that holds', () => {
  it.each([
    ['the same', GOOD, GOOD, null],
    ['none', null, null, null],
    ['a new one', null, GOOD, 'is not at the base yet, where it is read; it counts once it is merged.'],
    ['a changed one', GOOD, OTHER, 'is changed here, and holds as it is at the base; it counts once it is merged.'],
    ['no more of it', GOOD, null, 'is taken away here'],
  ])('is that of the base, and of a head with %s it is said', async (_, base, head, words) => {
    const { configuration, note, findings } = await inForce(base, head);
    expect(configuration?.settings ?? null).toEqual(base === null ? null : {});
    expect(note).toEqual(words === null ? null : expect.stringContaining(words));
    expect(findings).toEqual([]);
  });

  it('is none that a link leads to, which is said', async () => {
    const base = memoryTree({ [PATH]: { link: 'elsewhere.yml' }, 'elsewhere.yml': GOOD });
    await expect(configurationInForce({ base, head: null, hint: '' })).rejects.toThrow(
      `${PATH}:1:1: It is a symbolic link, which is not followed.`,
    );
  });

  it('is still that of the base where the head breaks it, which is said at its place before it is merged', async () => {
    const { configuration, note, findings } = await inForce(GOOD, BROKEN);
    expect(configuration?.settings).toEqual({});
    expect(note).toMatch(/merged, it would stop every run .*has no key 'bot'; did you mean bots\?/);
    expect(findings).toMatchObject([{ level: 'warning', file: PATH, range: { start: { line: 2, column: 13 } } }]);
  });

  it.each([
    ['mends it', GOOD],
    ['takes it away', null],
  ])('is none where that of the base is broken and the head %s: the run goes on', async (_, head) => {
    const { configuration, note } = await inForce(BROKEN, head);
    expect(configuration).toBeNull();
    expect(note).toContain('cannot be used at the base, so the defaults hold; with this change it can');
  });

  it('is an error where it is broken at the base, and at the head too', async () => {
    await expect(inForce(BROKEN, BROKEN)).rejects.toMatchObject({ code: 'CONFIGURATION_INVALID' });
  });
});
