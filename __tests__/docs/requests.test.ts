import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../src/context/configuration.ts';

const page = readFileSync(new URL('../../docs/requests.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);

describe('docs/requests.md', () => {
  it('shows a request and settings', () => {
    const read = examples.map(parseConfiguration);
    expect(read.some(({ request }) => (request?.intents.length ?? 0) > 0)).toBe(true);
    expect(read.some(({ settings }) => settings.paths !== undefined)).toBe(true);
  });

  it.each(examples)('shows only what can be read: %#', (text) => {
    expect(() => parseConfiguration(text)).not.toThrow();
  });
});
