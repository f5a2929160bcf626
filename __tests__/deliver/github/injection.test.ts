import { describe, expect, it } from 'vitest';
import { renderComment } from '../../../src/deliver/github/comment.ts';
import type { GithubPage } from '../../../src/deliver/github/page.ts';
import { elementsOf, FILTERED, NASTY, renderGithub, textOutsideCode } from '../../fakes/github-markdown.ts';
import { contextOf, githubPage, profileOf, unitOf, workflowFile } from '../../fakes/github-pages.ts';
import { jobOf, pipelineOf, proposalOf } from '../../fakes/proposals.ts';
import { failedReport, finding, reportOf } from '../../fakes/reports.ts';

/** A page in which everything that others write is this text. */
function pageOf(text: string): GithubPage {
  // YAML takes no longer key.
  const name = [...text].slice(0, 300).join('');
  const intent = { kind: 'timeout', for: { all: true }, minutes: 5 } as const;
  const job = { ...jobOf(text, text, text), id: text };
  const wish = { from: 'comment', words: text, by: text, url: 'https://github.com/octo/shop/pull/1' } as const;
  return githubPage({
    profile: profileOf([unitOf(text, text, text)]),
    context: contextOf({ base: { name: text, commit: 'b'.repeat(40) }, notes: [text] }),
    notes: [text],
    wishes: [
      { ...wish, fate: { kind: 'asked', words: `${text} ` } },
      { ...wish, fate: { kind: 'answer', to: wish } },
      { ...wish, fate: { kind: 'replaced', by: wish } },
    ],
    effects: [{ intent: { kind: 'custom', for: { path: text }, name: text, command: text }, does: 'changes' }],
    baseFiles: new Map([['.github/workflows/generated.yml', workflowOf(name, 'v2', 'read')]]),
    proposal: proposalOf({
      fallback: { code: text, message: text },
      questions: [{ about: text, text, choices: [text], replies: [text, text] }],
      notes: [`${text} of the asking`],
      pipeline: pipelineOf({ jobs: [job], unsupported: [{ intent, why: text, at: null }] }),
      changeSet: { files: [workflowFile(workflowOf(name, 'v1', 'write'), `${text}\n`)] },
      report: reportOf([finding({ rule: text, file: text, message: text, help: text })], { verdict: 'pass' }),
    }),
  });
}

function workflowOf(text: string, ref: string, right: string): string {
  const quoted = JSON.stringify(text);
  const step = `{uses: ${JSON.stringify(`${text}@${ref}`)}}`;
  return `on: {${quoted}: }\njobs:\n  ${quoted}:\n    runs-on: ${quoted}\n    environment: ${quoted}\n    permissions: {${quoted}: ${right}}\n    steps: [${step}]\n`;
}

/** How often each element stands in it; `code`, `em` and links to places depend on the text. */
function shapeOf(html: string): Record<string, number> {
  const names = elementsOf(html).filter((name) => !['code', 'em', 'a'].includes(name));
  return Object.fromEntries([...new Set(names)].sort().map((name) => [name, names.filter((it) => it === name).length]));
}

describe('A comment about hostile things', () => {
  const plain = shapeOf(renderGithub(renderComment(pageOf('plain'))));

  it('is compared with one that has everything', () => {
    expect(plain).toMatchObject({ h3: 1, h4: 2, details: 3, blockquote: 1, pre: 6, table: 1, '!--': 1 });
  });

  it.each(NASTY.map((text): [string, string] => [JSON.stringify(text).slice(0, 60), text]))(
    'is one of ours and nothing else: %s',
    (_, text) => {
      const markdown = renderComment(pageOf(text));
      const html = renderGithub(markdown);
      const { tr, ...shape } = shapeOf(html);
      const { tr: plainRows, ...expected } = plain;
      expect({ ...shape, li: 0 }).toEqual({ ...expected, li: 0 });
      expect(tr).toBeGreaterThan(0);
      expect(plainRows).toBeGreaterThan(0);
      for (const [, href = ''] of html.matchAll(/<a href="([^"]*)"/g))
        expect(href).toMatch(/^https:\/\/github\.com\/octo\/shop\//);
      expect(textOutsideCode(html)).not.toMatch(FILTERED);
      expect(markdown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069\u200b\u{e0000}-\u{e01ef}]/u);
    },
  );

  it.each(NASTY.map((text): [string, string] => [JSON.stringify(text).slice(0, 60), text]))(
    'cannot be written by an engine: %s',
    (_, text) => {
      const [engine] = failedReport().engines;
      const report = reportOf([], {
        verdict: 'error',
        engines: [{ name: 'policy', milliseconds: 0, ...engine, status: 'failed', reason: text }],
      });
      const html = renderGithub(renderComment(githubPage({ proposal: proposalOf({ report }) })));
      expect(elementsOf(html).filter((name) => name === 'h3')).toHaveLength(1);
      expect(textOutsideCode(html)).not.toMatch(FILTERED);
    },
  );
});
