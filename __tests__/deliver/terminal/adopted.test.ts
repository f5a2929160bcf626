import { describe, expect, it } from 'vitest';
import { renderUnsaid } from '../../../src/deliver/terminal/adopted.ts';
import { paintWith } from '../../../src/domain/paint.ts';

const place = (file: string, line: number, what: string, excerpt?: string) => ({
  at: excerpt === undefined ? { file, line } : { file, line, excerpt },
  what,
});

describe('What an adopted configuration does not say', () => {
  it('is a line each, with what stands there where that shows more', () => {
    const page = renderUnsaid(
      [
        place('ci.yml', 9, 'the action a/b', '- uses: a/b@v1'),
        place('ci.yml', 112, 'the condition of this step', 'run: make x'),
        place('e2e.yml', 3, 'the event x starts it'),
      ],
      paintWith(false),
    );
    expect(page.split('\n')).toEqual([
      'What no intent says, so it is not in the file:',
      '  ci.yml:9  the action a/b',
      '  ci.yml:112  the condition of this step  run: make x',
      '  e2e.yml:3  the event x starts it',
      '',
    ]);
  });

  it('is nothing where it says everything', () => {
    expect(renderUnsaid([], paintWith(false))).toBe('');
  });

  it('is cut where nobody would read it, and says so', () => {
    const many = Array.from({ length: 103 }, (_, at) => place('ci.yml', at + 1, 'x'));
    expect(renderUnsaid(many, paintWith(false))).toMatch(/\n {2}ci\.yml:100 {2}x\n {2}… and 3 more\n$/);
  });

  it('changes nothing of the terminal', () => {
    expect(renderUnsaid([place('a\u001b[31m.yml', 1, 'b\u001b[0m', 'c\u0007')], paintWith(false))).not.toMatch(
      /[\u001b\u0007]/,
    );
  });
});
