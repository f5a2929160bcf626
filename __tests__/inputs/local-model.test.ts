import { describe, expect, it } from 'vitest';
import { type LocalWords, readLocalModel } from '../../src/inputs/local-model.ts';

const SHA = 'ab'.repeat(32);
const NOTHING: LocalWords = { model: '', checksum: '', server: '', serverChecksum: '', others: [] };

function read(words: Partial<LocalWords>) {
  return readLocalModel({ ...NOTHING, ...words }, '/work/shop');
}

describe('A model on the same machine', () => {
  it('is asked for by its name in Ollama’s library', () => {
    expect(read({ model: 'ollama/qwen3:8b' })).toEqual({
      runtime: 'ollama',
      name: 'qwen3:8b',
      digest: null,
      program: null,
    });
    expect(
      read({ model: 'ollama/hf.co/owner/Model-GGUF:Q4_K_M', checksum: `sha256:${SHA.toUpperCase()}` }),
    ).toMatchObject({
      name: 'hf.co/owner/Model-GGUF:Q4_K_M',
      digest: SHA,
    });
  });

  it('is a file of the machine, or of the workspace with its checksum', () => {
    expect(read({ model: '/models/a.gguf' })).toMatchObject({
      file: { kind: 'path', path: '/models/a.gguf', sha256: null },
    });
    expect(read({ model: '../a.gguf' })).toMatchObject({ file: { path: '/work/a.gguf' } });
    expect(read({ model: 'a.gguf', checksum: SHA })).toMatchObject({
      file: { path: '/work/shop/a.gguf', sha256: SHA },
    });
  });

  it('is fetched with its checksum, and so is its server', () => {
    const server = 'https://example.com/llama.tar.gz';
    expect(read({ model: 'https://example.com/a.gguf', checksum: SHA, server, serverChecksum: SHA })).toEqual({
      runtime: 'llama-server',
      file: { kind: 'fetched', url: 'https://example.com/a.gguf', sha256: SHA },
      program: { url: server, sha256: SHA },
    });
  });

  it('is none where nothing is given', () => {
    expect(read({})).toBeNull();
  });

  it.each<[string, Partial<LocalWords>, RegExp]>([
    ['a word', { model: 'qwen' }, /^local-model is neither 'ollama\/<name>' nor a \.gguf file/],
    ['a name that could be an option', { model: 'ollama/--help' }, /is neither/],
    ['a name with a line break', { model: 'ollama/a\nb' }, /is neither/],
    ['a path with a line break', { model: '/a\nb.gguf' }, /is neither/],
    ['a file of the workspace', { model: './a.gguf' }, /lies in the workspace.*needs local-model-checksum/],
    ['an address without a checksum', { model: 'https://example.com/a.gguf' }, /needs local-model-checksum/],
    ['an address in the open', { model: 'http://example.com/a.gguf', checksum: SHA }, /is no https address/],
    ['an address of something else', { model: 'https://example.com/a.zip', checksum: SHA }, /of no \.gguf file/],
    [
      'an address with a password',
      { model: 'https://a:b@example.com/a.gguf', checksum: SHA },
      /has a name or a password/,
    ],
    ['half a checksum', { model: '/a.gguf', checksum: 'abc' }, /^local-model-checksum is no SHA-256/],
    [
      'a server without a checksum',
      { model: '/a.gguf', server: 'https://example.com/a' },
      /local-server needs local-server-checksum/,
    ],
    [
      'a server in the open',
      { model: '/a.gguf', server: 'http://example.com/a', serverChecksum: SHA },
      /local-server is no https address/,
    ],
    ['a checksum for nothing', { checksum: SHA }, /local-model-checksum is given, but local-model is not/],
    [
      'a server for nothing',
      { server: 'https://example.com/a', serverChecksum: SHA },
      /local-server is given, but local-model is not/,
    ],
    ['a server’s checksum for nothing', { model: '/a.gguf', serverChecksum: SHA }, /but local-server is not/],
    ['another model', { model: '/a.gguf', others: ['provider', ''] }, /local-model and provider both say/],
  ])('is refused where it is %s', (_, words, message) => {
    expect(() => read(words)).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID', message: expect.stringMatching(message) }),
    );
  });
});
