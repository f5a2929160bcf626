import { describe, expect, it } from 'vitest';
import { readYamlManifest } from '../../../src/profile/formats/yaml.ts';
import { snapshotWith, warned } from '../profiled.ts';

async function read(text: string) {
  return readYamlManifest(await snapshotWith({ 'a.yml': text }), 'a.yml');
}

describe('A YAML manifest', () => {
  it('knows the line of each value', async () => {
    const { value } = await read('a:\n  - x\n  - b: y\n');
    expect(value.texts(['a'])).toEqual(['x']);
    expect(value.evidence(['a', 1, 'b'])).toEqual({ file: 'a.yml', line: 3, excerpt: '- b: y' });
  });

  it('merges with <<, as compose does', async () => {
    const { value } = await read('base: &base {image: x}\nservices:\n  a:\n    <<: *base\n');
    expect(value.text(['services', 'a', 'image'])).toBe('x');
  });

  it('is a warning with its line where it is no YAML', async () => {
    const found = await read('a: 1\nb: [1,\nc: }');
    expect(found.value.value).toBeUndefined();
    expect(warned(found)[0]).toMatch(/^a\.yml:\d+: this is not YAML that can be read \(.+\); it is left out\.$/);
    expect(found.warnings[0]?.line).toBeGreaterThan(1);
  });

  it('is a warning where aliases stand for more than they should', async () => {
    const levels = Array.from(
      { length: 12 },
      (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`,
    );
    const found = await read(['a0: &a0 [1]', ...levels].join('\n'));
    expect(found.value.value).toBeUndefined();
    expect(warned(found)[0]).toMatch(/alias/i);
  });

  it('is a warning where it is nested deeper than the stack is', async () => {
    const found = await read(`a: ${'['.repeat(50_000)}`);
    expect(warned(found)).toEqual([
      'a.yml:1: this is not YAML that can be read (The text is nested too deeply); it is left out.',
    ]);
  });

  it('is a warning where it is longer than any that a person writes', async () => {
    const found = await read('#'.repeat(250_001));
    expect(warned(found)[0]).toContain('longer than 250000 characters');
  });
});
