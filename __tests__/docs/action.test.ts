import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asReleased, gatedWorkflow } from '../e2e/action/readme.ts';
import { runCli } from '../fakes/built.ts';

const docs = new URL('../../docs/', import.meta.url);
const page = readFileSync(new URL('action.md', docs), 'utf8');
const examples = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);

describe('docs/action.md', () => {
  it.each(examples)(
    'shows workflows, and jobs for the README’s, that pass our own validation without a warning: %#',
    (text) => {
      const workflow = text.startsWith(' ') ? gatedWorkflow() : text;
      expect(workflow).toContain(text);
      const { code, stdout } = runCli(['validate', '-'], { input: asReleased(workflow) });
      expect(stdout).not.toMatch(/^(error|warning) /m);
      expect(code).toBe(0);
    },
  );

  it('has at least two of them', () => {
    expect(examples.length).toBeGreaterThanOrEqual(2);
  });

  it.each(['docs/action.md', 'README.md'])('links only to what is there: %s', (name) => {
    const place = new URL(`../../${name}`, import.meta.url);
    const text = readFileSync(place, 'utf8');
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue;
      const [path = '', anchor] = target.split('#');
      const file = new URL(path, place);
      expect(existsSync(file), target).toBe(true);
      if (anchor !== undefined)
        expect(anchorsOf(readFileSync(path === '' ? place : file, 'utf8')), target).toContain(anchor);
    }
  });

  it('shows every picture of the comment', () => {
    const listed = readFileSync(new URL('comments/README.md', docs), 'utf8').matchAll(/\((\S+\.png)\)/g);
    const pictures = [...listed].map(([, name]) => `comments/${name}`);
    expect(pictures.length).toBeGreaterThan(5);
    for (const picture of pictures) expect(page).toContain(`](${picture})`);
  });
});

/** As GitHub makes them from headings. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
