import { describe, expect, it } from 'vitest';
import { protobuf } from '../../../../src/profile/ecosystems/protobuf.ts';
import { cited, detect, detectOne, typed } from '../../detecting.ts';

const folders = async (files: Parameters<typeof detect>[1]) =>
  (await detect(protobuf, files)).units.map(({ directory }) => directory).toSorted();

describe('A module of Buf', () => {
  it('is built, and linted as it is configured', async () => {
    const unit = await detectOne(protobuf, {
      'proto/buf.yaml': 'version: v1\nlint:\n  use: [DEFAULT]\n',
      'proto/buf.lock': '',
    });
    expect(unit).toMatchObject({
      directory: 'proto',
      ecosystem: 'protobuf',
      manager: 'buf',
      lockfile: 'proto/buf.lock',
    });
    expect(typed(unit)).toEqual({ install: [], lint: ['lint: buf lint'], test: [], build: ['buf build'] });
    expect(cited(unit.commands.lint[0] ?? null)).toEqual(['proto/buf.yaml:2', 'proto/buf.yaml:1']);
  });

  it.each([
    ['nothing asks for it', {}, []],
    [
      'a workflow lints',
      { '.github/workflows/a.yml': 'x:\n  - uses: bufbuild/buf-lint-action@v1\n' },
      ['lint: buf lint'],
    ],
    ['a target lints', { Makefile: 'lint:\n\tbuf lint\n' }, ['lint: buf lint']],
    [
      'a target compares the format',
      { Makefile: 'x:\n\tbuf format -d .\n' },
      ['format: buf format --diff --exit-code'],
    ],
    ['a target writes the format', { Makefile: 'x:\n\tbuf format -w .\n' }, []],
  ])('is checked as far as the repository does: %s', async (_, files, lint) => {
    expect(typed(await detectOne(protobuf, { 'buf.yaml': 'version: v1\n', ...files })).lint).toEqual(lint);
  });

  it('of a workspace is a part of it, in both formats', async () => {
    const first = { 'buf.work.yaml': 'version: v1\ndirectories:\n  - a\n', 'a/buf.yaml': 'version: v1\nlint: {}\n' };
    expect(typed(await detectOne(protobuf, first)).lint).toEqual(['lint: buf lint']);
    const second = { 'api/buf.yaml': 'version: v2\nmodules:\n  - path: a\n', 'api/a/buf.yaml': 'version: v1\n' };
    expect(await folders(second)).toEqual(['api']);
  });

  it('stands alone outside of one, and inside as a workspace of its own', async () => {
    expect(
      await folders({
        'buf.work.yaml': 'version: v1\ndirectories:\n  - a\n',
        'a/tool/buf.yaml': 'version: v2\n',
        'b/buf.yaml': 'version: v1\n',
      }),
    ).toEqual(['.', 'a/tool', 'b']);
  });

  it('is none where a workflow has its name, or a test its folder', async () => {
    expect(await folders({ '.github/workflows/buf.yaml': 'on: push\n', 'e2e/buf.yaml': 'version: v1\n' })).toEqual([]);
  });

  it('that cannot be read is said', async () => {
    const { units, warnings } = await detect(protobuf, { 'buf.yaml': 'version: [', 'a/buf.yaml': 'version: v1\n' });
    expect([units.length, warnings]).toMatchObject([1, [{ file: 'buf.yaml' }]]);
  });
});

describe('The version of Buf', () => {
  const step = 'x:\n  - uses: bufbuild/buf-setup-action@v1\n    with:\n      version: 1.40.0\n';
  it.each([
    ['asdf', { '.tool-versions': 'buf 1.50.1\n', '.github/workflows/a.yml': step }, '1.50.1', '.tool-versions:1'],
    ['its action', { '.github/workflows/a.yml': step }, '1.40.0', '.github/workflows/a.yml:4'],
    [
      'an installation',
      { Makefile: 'x:\n\tgo install github.com/bufbuild/buf/cmd/buf@v1.36.0\n' },
      '1.36.0',
      'Makefile:2',
    ],
    ['a variable', { Makefile: 'BUF_VERSION := v1.37.0\n' }, '1.37.0', 'Makefile:1'],
  ])('is that of %s', async (_, files, value, place) => {
    const { version } = await detectOne(protobuf, { 'buf.yaml': 'version: v1\n', ...files });
    expect(version).toMatchObject({ tool: 'buf', value });
    expect(cited(version)).toEqual([place]);
  });
});
