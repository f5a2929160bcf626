import { readFileSync } from 'node:fs';
import { PLACEHOLDER } from '../../../scripts/pages/release.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

/** The workflow of the README: its two blocks, one below the other, not a letter changed. */
export function readmeWorkflow(): string {
  const [, section = ''] = readme.split('\n## In a pull request\n');
  const blocks = [...(section.split('\n## ')[0] ?? '').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => text);
  return blocks.slice(0, 2).join('');
}

/** The same text as it stands once something is released. */
export function asReleased(text: string): string {
  return text.replaceAll(PLACEHOLDER, '0'.repeat(40));
}
