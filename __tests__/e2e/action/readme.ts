import { readFileSync } from 'node:fs';
import { PLACEHOLDER } from '../../../scripts/pages/release.ts';

const page = readFileSync(new URL('../../../docs/action.md', import.meta.url), 'utf8');
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

/** The job of docs/action.md that branch protection can name, to be put below the others. */
function gateJob(): string {
  return /^```yaml\n( {2}gate:\n[\s\S]*?)^```$/m.exec(page)?.[1] ?? '';
}

/** The README's workflow with that job, and with the output that docs/action.md tells to add for it. */
export function gatedWorkflow(): string {
  const [, added = ''] = /put `(plan-state: [^`]+)` below its `plan`/.exec(page) ?? [];
  const plan = '      plan: ${{ steps.generate.outputs.plan }}\n';
  return readmeWorkflow().replace(plan, () => `${plan}      ${added}\n`) + gateJob();
}
