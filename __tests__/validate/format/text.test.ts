import { describe, expect, it } from 'vitest';
import type { Level } from '../../../src/domain/finding.ts';
import { paintWith } from '../../../src/domain/paint.ts';
import { renderFindings, reportText } from '../../../src/validate/format/text.ts';
import { failedReport, finding, reportOf } from '../../fakes/reports.ts';

const FILE = '.github/workflows/x.yml';
const plain = paintWith(false);

describe('A report for a person', () => {
  it('shows each finding with its line and a mark below the place, counts them, and says what to do', () => {
    const sources = new Map([[FILE, 'steps:\n- uses: a/b@v1\n']]);
    const warning = finding({
      rule: 'missing-timeout',
      level: 'warning',
      range: range(1, 1, 1, 6),
      message: 'No end.',
    });
    expect(reportText(reportOf([warning, finding()]), sources, plain)).toBe(`\
warning missing-timeout  .github/workflows/x.yml:1:1
  No end.
     1 | steps:
       | ^^^^^
  Pin it.

error unpinned-uses  .github/workflows/x.yml:2:9
  The action a/b is not pinned to a commit.
     2 | - uses: a/b@v1
       |         ^^^^^^
  Pin it.

fail: 1 error, 1 warning, 0 notes in 1 file.
Mend the errors and run it again; \`agent-generate explain unpinned-uses\` says why a rule is there.
`);
  });

  it('shows the notes of one rule once, and names the lines of all that asks for a change', () => {
    const notes = [1, 2, 3].map((line) =>
      finding({ rule: 'unknown-version', level: 'note', range: range(line, 1, line, 2) }),
    );
    const errors = [1, 2].map((line) => finding({ range: range(line, 1, line, 2) }));
    const text = reportText(reportOf([...errors, ...notes]), new Map(), plain);
    expect(text.match(/^error unpinned-uses/gm)).toHaveLength(1);
    expect(text).toContain('  Pin it.\n  Again in line 2.\n\n');
    expect(text.match(/^note unknown-version/gm)).toHaveLength(1);
    expect(text).toContain('  … and at 2 other places, which the JSON output lists.\n');
    expect(text).toContain('2 errors, 0 warnings, 3 notes');
  });

  it('shows what is in other words or in another file by itself', () => {
    const text = renderFindings(
      [
        finding({ range: range(1, 1, 1, 2) }),
        finding({ range: range(4, 1, 4, 2) }),
        finding({ range: range(7, 1, 7, 2), message: 'The action c/d is not pinned to a commit.' }),
        finding({ range: range(5, 1, 5, 2), file: 'other.yml' }),
        finding({ range: range(9, 1, 9, 2) }),
      ],
      new Map(),
      plain,
    );
    expect(text.match(/^error .*$/gm)).toEqual([
      'error unpinned-uses  .github/workflows/x.yml:1:1',
      'error unpinned-uses  .github/workflows/x.yml:7:1',
      'error unpinned-uses  other.yml:5:1',
    ]);
    expect(text).toContain('  Again in lines 4, 9.');
  });

  it('counts by rule what is too much to be counted by looking', () => {
    const of = (rule: string, level: Level, count: number) =>
      Array.from({ length: count }, () => finding({ rule, level }));
    const many = [...of('b', 'note', 1), ...of('few', 'error', 2), ...of('most', 'error', 7)];
    expect(reportText(reportOf([...many, ...of('w', 'warning', 1)]), new Map(), plain)).toContain(`
errors by rule: most 7, few 2
warnings by rule: w 1
notes by rule: b 1
fail: 9 errors, 1 warning, 1 note in 0 files.
`);
    expect(reportText(reportOf(many.slice(1)), new Map(), plain)).not.toContain('by rule');
  });

  it('of nothing to mend is one line', () => {
    expect(reportText(reportOf([]), new Map(), plain)).toBe('pass: 0 errors, 0 warnings, 0 notes in 0 files.\n');
  });

  it('says that what could not be judged is no pass, and which engine failed', () => {
    expect(reportText(failedReport(), new Map(), plain)).toBe(`\
The policy engine failed: it trapped\\u{a}::error::100%\\u{1b}[31m.

error: not everything could be judged, which is no pass; so far 0 errors, 0 warnings, 0 notes in 0 files.
Mend what the failed engine names, or leave that policy out, and run it again.
`);
  });

  it('is in colour where colour is wanted, and then only around our own words', () => {
    const painted = reportText(reportOf([finding()]), new Map(), paintWith(true));
    expect(painted).toContain('\u001b[31merror\u001b[39m');
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(reportText(reportOf([finding()]), new Map(), plain));
  });
});

describe('The line of a finding', () => {
  it.each([
    ['with tabs', '\t\tuses: a', range(1, 3, 1, 7), '  ^^^^'],
    ['with letters of East Asia', '名前: a', range(1, 5, 1, 6), '      ^'],
    ['with a picture', '"\u{1f680}": a', range(1, 7, 1, 8), '      ^'],
    ['with a mark that combines', 'e\u0301: a', range(1, 5, 1, 6), '   ^'],
    ['with what would reorder it', 'a\u202eb: c', range(1, 4, 1, 5), '          ^'],
    ['where the place has no width', 'a: b', range(1, 4, 1, 4), '   ^'],
    ['where the place goes on below', 'a: |', range(1, 4, 3, 2), '   ^'],
  ])('%s has its mark below the place', (_, text, place, mark) => {
    expect(lineOf(text, place)[1]).toBe(`       | ${mark}`);
  });

  it('is cut around the place where it is long', () => {
    const text = `${'x'.repeat(500)}HERE${'y'.repeat(500)}`;
    const [line = '', mark = ''] = lineOf(text, range(1, 501, 1, 505));
    expect(line.length).toBeLessThan(120);
    expect(line.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('HERE');
  });

  it('is left out where it is empty or not there', () => {
    expect(lineOf('', range(1, 1, 1, 1))).toEqual([]);
    expect(lineOf('a', range(7, 1, 7, 2))).toEqual([]);
  });
});

it('What a file, a rule or a policy says cannot speak for us', () => {
  const text = renderFindings(
    [finding({ file: 'a\npass: 0 errors\u001b[2J', rule: 'x\u001b[1m', message: 'a\nb', help: 'c\rd' })],
    new Map(),
    plain,
  );
  expect(text.split('\n')).toHaveLength(3);
  expect(text).not.toMatch(/[\u001b\r]/);
});

it('What a file says is no command to the runner that reads the page', () => {
  const hostile = finding({ range: range(1, 3, 1, 5), message: '::error::a', help: '::stop-commands::x' });
  const text = renderFindings([hostile], new Map([[FILE, '##[error]a']]), plain);
  expect(text).not.toMatch(/##\[|^\s*::/m);
  expect(text).toContain('  \\u{3a}:error::a');
});

function range(...[line, column, endLine, endColumn]: readonly [number, number, number, number]) {
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}

/** The source line and the mark as they are printed. */
function lineOf(text: string, place: ReturnType<typeof range>): string[] {
  const sources = new Map([[FILE, text]]);
  return renderFindings([finding({ range: place })], sources, plain)
    .split('\n')
    .slice(2, -1);
}
