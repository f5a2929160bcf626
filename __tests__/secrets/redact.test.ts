import { describe, expect, it } from 'vitest';
import { redact } from '../../src/secrets/redact.ts';
import { REDACTED } from '../../src/secrets/suspicion.ts';

const GITHUB = `ghp_${'0123456789abcdefABCDEF0123456789abcd'}`;

describe('Redacting', () => {
  it('takes out what is known, the longest first, and what looks like a secret', async () => {
    const text = `a hunter2 b hunter2-and-more c ${GITHUB} d`;
    expect(await redact(text, ['hunter2', 'hunter2-and-more'])).toBe(`a ${REDACTED} b ${REDACTED} c ${REDACTED} d`);
  });

  it('leaves no tail where secrets overlap', async () => {
    const clean = await redact(`https://someone:${GITHUB}@registry.acme.dev/ and more`, []);
    expect(clean).not.toContain('abcd');
  });

  it('does not take every letter for a secret because one was empty or tiny', async () => {
    expect(await redact('a text', ['', 'a', 't'])).toBe('a text');
  });

  it('gives a text without secrets as it was', async () => {
    expect(await redact('on: push\n', [])).toBe('on: push\n');
  });
});
