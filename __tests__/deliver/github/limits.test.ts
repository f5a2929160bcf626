import { describe, expect, it } from 'vitest';
import { COMMENT_LIMIT, renderComment } from '../../../src/deliver/github/comment.ts';
import type { GithubPage } from '../../../src/deliver/github/page.ts';
import { renderSummary, SUMMARY_LIMIT } from '../../../src/deliver/github/summary.ts';
import { NASTY, renderGithub } from '../../fakes/github-markdown.ts';
import { contextOf, githubPage, profileOf, unitOf, WORKFLOW_TEXT, workflowFile } from '../../fakes/github-pages.ts';
import { jobOf, pipelineOf, proposalOf } from '../../fakes/proposals.ts';
import { finding, reportOf } from '../../fakes/reports.ts';

/** A page whose file has so many lines of comment beyond the ordinary one. */
function pageWith(lines: readonly string[], given: Partial<GithubPage> = {}): GithubPage {
  const content = `${WORKFLOW_TEXT}${lines.map((line) => `# ${line}\n`).join('')}`;
  return githubPage({ proposal: proposalOf({ changeSet: { files: [workflowFile(content)] } }), ...given });
}

const MANY_LINES = Array.from({ length: 5000 }, (_, n) => `line ${n} of a long file`);
const MANY_UNITS = profileOf(
  Array.from({ length: 3000 }, (_, n) => unitOf(`services/number-${n}`, 'go test ./...', `${'x'.repeat(800)}-${n}`)),
);

/** The lines inside the fence of the diff. */
function diffOf(text: string): string[] {
  return /^(`{3,})diff\n(.*?)\n\1$/ms.exec(text)?.[2]?.split('\n') ?? [];
}

describe('A comment that would be too long', () => {
  it.each(['x', '😀'])('has exactly 65,536 units where it fits, counted in %s, and one more line is cut', (fill) => {
    const room = COMMENT_LIMIT - renderComment(pageWith(['x'])).length + 1;
    const line = fill.repeat(Math.floor(room / fill.length)) + 'x'.repeat(room % fill.length);
    const exact = renderComment(pageWith([line]));
    expect(exact).toHaveLength(COMMENT_LIMIT);
    expect(exact).not.toContain('The diff is cut');
    const more = renderComment(pageWith([`${line}x`]));
    expect(more.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(more).toContain('The diff is cut: 1 of its 15 lines are left out. All of it is in [the artifact](<https://');
    expect(diffOf(more).at(-1)).toBe('+      - run: go test ./...');
  });

  it('has whole lines of the diff, as many as fit, inside its fence', () => {
    const text = renderComment(pageWith(MANY_LINES));
    const lines = diffOf(text);
    expect(text.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(text.length).toBeGreaterThan(COMMENT_LIMIT - 100);
    expect(lines.at(-1)).toBe(`+# line ${lines.length - 15} of a long file`);
    expect(text).toContain(`The diff is cut: ${5014 - lines.length} of its 5014 lines are left out.`);
    expect(text).toContain('<summary>The diff: 5011 lines added, 0 removed</summary>');
    expect(text).toMatch(/Why: the lines.*Accept it, change it.*<sub>.*<\/sub>\n$/s);
  });

  it('loses the evidence only after the diff, and never what it comes to', () => {
    const text = renderComment(pageWith(MANY_LINES, { profile: MANY_UNITS }));
    expect(text.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(text.length).toBeGreaterThan(COMMENT_LIMIT - 1200);
    expect(diffOf(text)).toEqual([]);
    expect(text).toContain('The diff is cut: 5014 of its 5014 lines are left out.');
    expect(text).toMatch(/\n\n8\d\d\d more lines of evidence are left out\. All of it is in \[the artifact\]/);
    expect(text).toContain('### ✅ CI pipeline: proven, nothing high-risk');
    expect(text).toContain('| Permissions | `contents: read` |');
    expect(text).toContain('<summary>Accept it, change it, silence it</summary>');
  });

  it('of the worst that there can be still fits, and says the verdict', () => {
    const text = renderComment(worst());
    expect(text.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(text).toContain('### ❌ CI pipeline: policy refuses it');
    expect(text).toContain('#### 400 errors');
    expect(renderGithub(text)).toContain('<summary>Accept it, change it, silence it</summary>');
  });
});

/** Everything that others write is long, nasty, and there are hundreds of it. */
function worst(): GithubPage {
  const nasty = `${'\u{e0001}'.repeat(300)}\`${'@a '.repeat(300)}${NASTY.join(' ')}`;
  const jobs = Array.from({ length: 300 }, (_, n) => {
    const labels = JSON.stringify([nasty, String(n)]);
    return `  j${n}:\n    runs-on: ${labels}\n    permissions: {${JSON.stringify(`s${n}`)}: write}\n    steps: [{uses: "a${n}/b@c", env: {S: "\${{ secrets.S${n} }}"}}]\n`;
  });
  const content = `on: [pull_request_target, issues]\njobs:\n${jobs.join('')}`;
  const intent = { kind: 'timeout', for: { all: true }, minutes: 5 } as const;
  return githubPage({
    profile: profileOf(Array.from({ length: 300 }, () => unitOf(nasty, nasty, nasty))),
    context: contextOf({ base: { name: nasty, commit: 'b'.repeat(40) }, notes: Array(300).fill(nasty) }),
    notes: Array(300).fill(nasty),
    baseFiles: new Map(),
    proposal: proposalOf({
      fallback: { code: nasty, message: nasty },
      questions: Array(300).fill({ about: nasty, text: nasty, choices: Array(300).fill(nasty) }),
      pipeline: pipelineOf({
        jobs: Array.from({ length: 300 }, (_, n) => ({ ...jobOf(nasty, nasty), id: `j${n}` })),
        unsupported: Array(300).fill({ intent, why: nasty }),
      }),
      changeSet: { files: [workflowFile(content)] },
      report: reportOf(Array(400).fill(finding({ rule: nasty, file: nasty, message: nasty, help: nasty }))),
    }),
  });
}

describe('A summary', () => {
  it('is the same page without a marker', () => {
    const page = githubPage();
    expect(renderSummary(page)).toBe(renderComment(page).slice(page.marker.length + 1));
  });

  it('stays under 1 MiB, counted in bytes', () => {
    const text = renderSummary(pageWith(Array(12_000).fill('😀'.repeat(40))));
    const bytes = Buffer.byteLength(text, 'utf8');
    expect(bytes).toBeLessThanOrEqual(SUMMARY_LIMIT);
    expect(bytes).toBeGreaterThan(SUMMARY_LIMIT - 200);
    expect(text.length).toBeLessThan(bytes / 1.5);
    expect(text).toContain('The diff is cut: ');
    expect(SUMMARY_LIMIT).toBeLessThan(2 ** 20);
  });

  it('counts the findings that have no annotation', () => {
    const report = reportOf(Array.from({ length: 13 }, () => finding()));
    const text = renderSummary(githubPage({ proposal: proposalOf({ report }) }));
    expect(text).toContain('- 3 findings have no annotation at their place, since GitHub shows ten of a kind.');
  });
});
