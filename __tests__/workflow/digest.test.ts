import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { digestOf, digestOfJson, gitBlobId } from '../../src/workflow/digest.ts';

describe('Digests', () => {
  it('are SHA-256 over UTF-8 bytes, of text and of bytes alike', () => {
    // FIPS 180-4, the example of one block.
    expect(digestOf('abc')).toBe('sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(digestOf(new TextEncoder().encode('ü'))).toBe(digestOf('ü'));
  });

  it('of JSON are over its RFC 8785 form, so that neither the order of keys nor the spelling of numbers counts', () => {
    // RFC 8785, section 3.2.2: the sample and what it becomes.
    const sample: unknown = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    const canonical =
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}';
    expect(digestOfJson(sample)).toBe(digestOf(canonical));
    expect(digestOfJson({ a: 1, b: 2 })).toBe(digestOfJson({ b: 2, a: 1 }));
    expect(digestOfJson({ a: [1, 2] })).not.toBe(digestOfJson({ a: [2, 1] }));
  });

  it.each(['', 'name: CI\n', 'ü\n'])('of blobs are those of git: %j', (text) => {
    const id = execFileSync('git', ['hash-object', '--stdin'], { input: text, encoding: 'utf8' }).trim();
    expect(gitBlobId(text)).toBe(id);
  });
});
