import { describe, expect, it } from 'vitest';
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

  it('shows the notes of one rule once, and everything that asks for a change', () => {
    const notes = [1, 2, 3].map((line) =>
      finding({ rule: 'unknown-version', level: 'note', range: range(line, 1, line, 2) }),
    );
    const errors = [1, 2].map((line) => finding({ range: range(line, 1, line, 2) }));
    const text = reportText(reportOf([...errors, ...notes]), new Map(), plain);
    expect(text.match(/^error unpinned-uses/gm)).toHaveLength(2);
    expect(text.match(/^note unknown-version/gm)).toHaveLength(1);
    expect(text).toContain('  … and at 2 other places, which the format json lists.\n');
    expect(text).toContain('2 errors, 0 warnings, 3 notes');
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
