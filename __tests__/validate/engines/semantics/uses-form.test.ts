import { describe, expect, it } from 'vitest';
import { foundBy, job, steps } from '../../../fakes/checking.ts';

describe('An action', () => {
  it.each([
    ['actions/checkout', 'there is no version behind an @'],
    ['actions/checkout@', 'there is no version behind an @'],
    ['checkout@v2', 'there is no owner before the name of the repository'],
    ['/checkout@v2', 'there is no owner before the name of the repository'],
    ['a/b@c@d', 'there is more than one @'],
    ['.github/actions/x', 'a path in this repository begins with ./'],
    ['../x', 'a path in this repository begins with ./'],
    ['docker://', 'there is no image'],
    ['docker://alpine:', 'the tag of the image is empty'],
  ])('is not %s', async (uses, why) => {
    expect(await foundBy(['malformed-uses'], steps(`- uses: '${uses}'`))).toEqual([
      `6 malformed-uses: No action is named by ${uses}: ${why}.`,
    ]);
  });

  it.each([
    'actions/checkout@v7',
    'a/b/c/d@feature/x',
    './.github/actions/x',
    './',
    '.\\x',
    '$/actions/x',
    'docker://alpine',
    'docker://ghcr.io:443/a/b@sha256:abc',
    "'${{ inputs.action }}'",
  ])('may be %s', async (uses) => {
    expect(await foundBy(['malformed-uses'], steps(`- uses: ${uses}`))).toEqual([]);
  });

  it('is found among steps that run side by side', async () => {
    const text = steps('- parallel:\n    - uses: checkout@v7');
    expect(await foundBy(['malformed-uses'], text)).toEqual([
      '7 malformed-uses: No action is named by checkout@v7: there is no owner before the name of the repository.',
    ]);
  });
});

describe('A workflow that is called', () => {
  it.each([
    ['./.github/workflows/x.yml@main', 'a workflow of this repository has no version'],
    ['.github/workflows/x.yml', 'a path in this repository begins with ./'],
    ['./workflows/x.yml', 'called workflows are files in .github/workflows'],
    ['./.github/workflows/deep/x.yml', 'called workflows stand in .github/workflows itself, in no folder of it'],
    ['a/b/.github/workflows/x.yml', 'there is no version behind an @'],
    ['a/b/x.yml@main', 'called workflows are files in .github/workflows'],
    ['a/x.yml@main', 'it is not written as owner/repository/.github/workflows/file.yml@version'],
    ['/a/b/x.yml@main', 'it is not written as owner/repository/.github/workflows/file.yml@version'],
    ['actions/checkout@v7', 'it is not written as owner/repository/.github/workflows/file.yml@version'],
  ])('is not %s', async (uses, why) => {
    expect(await foundBy(['malformed-call'], job(`uses: ${uses}`))).toEqual([
      `4 malformed-call: No workflow is named by ${uses}: ${why}.`,
    ]);
  });

  it.each([
    './.github/workflows/x.yml',
    '$/.github/workflows/x.yml',
    'a/b/.github/workflows/x.yaml@main',
    'a/.github/.github/workflows/x.yml@feature/y',
  ])('may be %s', async (uses) => {
    expect(await foundBy(['malformed-call'], job(`uses: ${uses}`))).toEqual([]);
  });
});
