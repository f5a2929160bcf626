import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { actionlint } from '../../rigs/oracles/actionlint.ts';
import { lineOf } from '../../rigs/oracles/program.ts';
import { zizmor } from '../../rigs/oracles/zizmor.ts';
import { runJson } from '../fakes/built.ts';
import { temporaryDirectory, writeAll } from '../fakes/repository.ts';
import { shopRepository } from '../fakes/shop.ts';
import { haveTools } from '../tools.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const WORKFLOW = '.github/workflows/generated.yml';

const golden = `${root}__tests__/generate/fixtures/`;
const goldens = readdirSync(golden)
  .sort()
  .flatMap((name) =>
    readdirSync(join(golden, name)).flatMap((file) => (file.endsWith('.yml') ? join(golden, name, file) : [])),
  );
const own = readdirSync(`${root}.github/workflows`)
  .sort()
  .map((name) => join(root, '.github/workflows', name));

const FAULTY = `name: CI
on: pull_request
jobs:
  a:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - run: echo $BRANCH \${{ github.head_ref }}
`;

describe.skipIf(!haveTools('actionlint', 'shellcheck', 'zizmor'))('Other people’s programs', () => {
  it('are heard: a faulty workflow is none to them', () => {
    using directory = temporaryDirectory();
    writeAll(directory.path, { 'faulty.yml': FAULTY });
    const file = join(directory.path, 'faulty.yml');
    expect(actionlint([file]).map(({ rule, line }) => `${line} ${rule}`)).toEqual(['8 shellcheck', '8 expression']);
    const found = new Set(zizmor([file]).map(({ rule, line }) => `${line} ${rule}`));
    expect(found).toContain('7 unpinned-uses');
    expect(found).toContain('8 template-injection');
  });

  it('find nothing in the workflows that people have read, not even an image without a digest', () => {
    expect([...actionlint(goldens), ...zizmor(goldens)].map(lineOf)).toEqual([]);
  });

  it('find nothing in this repository’s own workflows', () => {
    expect([...actionlint(own), ...zizmor(own)].map(lineOf)).toEqual([]);
  });

  it('find nothing in what the built program generates for the shop, and miss no digest', async () => {
    await using shop = shopRepository();
    using output = temporaryDirectory();
    const { report } = runJson<{ readonly report: { readonly findings: readonly unknown[] } }>([
      ...['generate', '--json', '--base', 'main'],
      ...['--repository', shop.path, '--output', output.path],
    ]);
    const file = join(output.path, WORKFLOW);
    expect(readFileSync(file, 'utf8')).toContain('image: postgres:17@sha256:');
    expect([...actionlint([file]), ...zizmor([file])].map(lineOf)).toEqual([]);
    expect(report.findings).toEqual([]);
  });
});
