import { describe, expect, it } from 'vitest';
import { GENERATED_PATHS, RELEASE_PATH, WORKFLOW_PATH } from '../../src/generate/generate.ts';
import { generateOver } from './generating.ts';
import { profileOf, requestOf, service, unit } from './profiles.ts';

const profile = profileOf([unit({ directory: 'cart' })], [service('cart')]);
const tagged = requestOf({ kind: 'image', for: { all: true }, push: 'tag' });

describe('Generating', () => {
  const { text } = generateOver(profile);
  const over = (existing: string | null) => {
    const files = existing === null ? [] : [[WORKFLOW_PATH, existing] as const];
    const { changeSet, findings } = generateOver(profile, requestOf(), { existing: new Map(files) });
    return { file: changeSet.files[0], rules: findings.map(({ rule }) => rule) };
  };

  it('writes one file, at the first of the paths that it says, and a second one where something is released', () => {
    expect(GENERATED_PATHS).toEqual([WORKFLOW_PATH, RELEASE_PATH]);
    expect(generateOver(profile).changeSet.files.map(({ path }) => path)).toEqual([WORKFLOW_PATH]);
    expect(generateOver(profile, tagged).changeSet.files.map(({ path }) => path)).toEqual([
      RELEASE_PATH,
      WORKFLOW_PATH,
    ]);
  });

  it('takes the file of releases away where nothing is released any more, and leaves what is somebody else’s', () => {
    const { releaseText } = generateOver(profile, tagged);
    const release = (existing: string) => {
      const { changeSet, findings } = generateOver(profile, requestOf(), {
        existing: new Map([[RELEASE_PATH, existing]]),
      });
      const file = changeSet.files.find(({ path }) => path === RELEASE_PATH);
      return [file?.status ?? null, findings.map(({ rule }) => rule)];
    };
    expect(release(releaseText ?? '')).toEqual(['removed', []]);
    expect(release(`${releaseText}# mine\n`)).toEqual(['unchanged', ['EDITED_NOT_WANTED']]);
    expect(release('name: mine\n')).toEqual([null, []]);
  });

  it.each([
    ['added, where there is none', null, 'added'],
    ['unchanged, where it is the same', text, 'unchanged'],
    ['changed, where it is another', 'name: CI\n', 'changed'],
  ] as const)('says that the file is %s', (_, existing, status) => {
    expect(over(existing).file).toMatchObject({ status, previous: existing, content: text });
  });

  it('replaces a file of somebody else, and says so', () => {
    expect(over('name: mine\n')).toMatchObject({ file: { content: text }, rules: ['WRITTEN_BY_HAND'] });
  });

  it.each([
    ['a changed line', text.replace('exit 1', 'exit 2'), ['EDITED_BY_HAND']],
    ['a comment at the end', `${text}# mine\n`, ['EDITED_BY_HAND']],
    ['a line in the header', `# SPDX-License-Identifier: MIT\n${text}`, []],
    ['a kept block', `${text}# agent-generate: keep\n# mine\n# agent-generate: end\n`, []],
  ])('leaves what a person has edited where nothing else has changed: %s', (_, edited, rules) => {
    expect(over(edited)).toMatchObject({ file: { status: 'unchanged', content: edited }, rules });
  });

  it('sees no edit where the last line has no end', () => {
    expect(over(text.trimEnd())).toMatchObject({ file: { content: text }, rules: [] });
  });

  it('gives the same bytes for the same input', () => {
    expect(generateOver(JSON.parse(JSON.stringify(profile))).text).toBe(text);
  });

  it('gives a body that no other wish changes than those that it prints', () => {
    const body = (printed: string) => printed.slice(printed.indexOf('\nname:'));
    const same = requestOf({ kind: 'check', for: { all: true }, check: 'test', ensure: true });
    expect(body(generateOver(profile, same).text)).toBe(body(text));
    const other = requestOf({ kind: 'timeout', for: { all: true }, minutes: 1 });
    expect(body(generateOver(profile, other).text)).not.toBe(body(text));
  });
});
