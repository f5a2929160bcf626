import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../src/secrets/find.ts';
import { GITHUB, KEY, SECRETS } from '../fakes/secrets.ts';

describe('A secret', () => {
  it.each(SECRETS)('that is a %s is found', async (_, secret) => {
    const text = `# one line before\nvalue: ${secret}\n`;
    const [found, ...others] = await findSecrets(text);
    expect(others).toEqual([]);
    expect(text.slice(found?.start, found?.end).length).toBeGreaterThanOrEqual(20);
    expect(secret).toContain(text.slice(found?.start, found?.end).trim().slice(-20));
    expect(found?.range.start.line).toBe(2);
    expect(JSON.stringify(found)).not.toContain(secret.slice(-12));
  });

  it('has its exact place, also behind letters that need two units', async () => {
    const [found] = await findSecrets(`a: "\u{1f680}${GITHUB}"\n`);
    expect(found?.range).toEqual({ start: { line: 1, column: 7 }, end: { line: 1, column: 47 } });
  });

  it('that has several lines ends where it ends', async () => {
    const [found] = await findSecrets(`a: |\n${KEY}\nb: 1\n`);
    expect([found?.range.start.line, found?.range.end.line]).toEqual([2, 203]);
  });

  it('is found although a comment in the text says that it shall not be looked for', async () => {
    const text = `# secretlint-disable\ntoken: ${GITHUB} # secretlint-disable-line\n`;
    expect(await findSecrets(text)).toHaveLength(1);
  });

  it('that two rules know is one', async () => {
    const url = `https://someone:${GITHUB}@registry.acme.dev/`;
    const found = await findSecrets(url);
    expect(found).toHaveLength(1);
    expect(url.slice(found[0]?.start, found[0]?.end)).toContain(GITHUB);
  });

  it('is found wherever it stands in a long text, once', async () => {
    for (const offset of [0, 57_300, 57_340, 65_500, 65_535, 200_000]) {
      const text = `${'x\n'.repeat(offset / 2)}${GITHUB}\n${'y\n'.repeat(40_000)}`;
      expect((await findSecrets(text)).map(({ start }) => start)).toEqual([text.indexOf('ghp_')]);
    }
  });
});

describe('What only looks like one', () => {
  it.each([
    'https://x-access-token:${{ secrets.GITHUB_TOKEN }}@github.com/a/b',
    'https://user:$PASSWORD@registry.acme.dev',
    'postgres://postgres:postgres@localhost:5432/app',
    'postgres://postgres:postgres@127.0.0.1:5432/app',
    'postgres://postgres:postgres@postgres:5432/app',
    'mongodb://root:example@mongo:27017/',
    'amqp://guest:guestguest@rabbitmq:5672',
    'redis://default:password@host.docker.internal:6379',
    'postgresql://test:testtest@192.0.2.1:5432/app',
    'postgresql://someone:correcthorse1@db.example.com:5432/app',
    'https://someone:correcthorse1@Example.org/app',
    'Authorization: Bearer ${{ steps.token.outputs.token }}',
    'Authorization: Bearer $TOKEN_OF_SOMEBODY_ELSE',
    'Authorization: Bearer YOUR_TOKEN_GOES_RIGHT_HERE',
    'Authorization: Bearer metrics-e2e-test-token',
    'uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1',
    'image: postgres:17@sha256:3f1b3f1b3f1b3f1b3f1b3f1b3f1b3f1b3f1b3f1b3f1b3f1b3f1b3f1b3f1b3f1b',
    'password: x',
    '',
  ])('%j is none', async (text) => {
    expect(await findSecrets(text)).toEqual([]);
  });
});

describe('A hostile text of a megabyte', () => {
  it.each([
    ['words with dots', 'a.'],
    ['schemes', 'a://b:'],
    ['beginnings of tokens', 'eyJ-'],
    ['halves of tokens', `eyJ${'a'.repeat(20)}.`],
    ['headers', 'authorization: bearer '],
    ['names of tokens', 'xoxb-'],
    ['line breaks', '\n'],
    ['real secrets', `${GITHUB}\n`],
  ])('of %s takes no time that grows with its square', async (_, piece) => {
    expect(await findSecrets(piece.repeat(1_000_000 / piece.length))).toBeDefined();
  });
});
