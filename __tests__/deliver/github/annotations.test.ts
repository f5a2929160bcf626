import { describe, expect, it } from 'vitest';
import { annotationsOf } from '../../../src/deliver/github/annotations.ts';
import { workflowCommand } from '../../../src/domain/annotation.ts';
import type { Level } from '../../../src/domain/finding.ts';
import { finding } from '../../fakes/reports.ts';

function many(level: Level, count: number) {
  return Array.from({ length: count }, (_, n) => finding({ level, message: `${level} ${n}.` }));
}

describe('Annotations', () => {
  it('are at the exact range of each finding', () => {
    expect(annotationsOf([finding()])).toEqual({
      left: 0,
      shown: [
        {
          level: 'error',
          title: 'unpinned-uses',
          message: 'The action a/b is not pinned to a commit. Pin it.',
          place: { file: '.github/workflows/x.yml', line: 2, endLine: 2, columns: { col: 9, endColumn: 14 } },
        },
      ],
    });
  });

  it('are ten of each kind at most, the gravest first, and the rest is counted', () => {
    const { shown, left } = annotationsOf([...many('note', 12), ...many('error', 11), ...many('warning', 2)]);
    expect(shown.map(({ level }) => level)).toEqual([
      ...Array(10).fill('error'),
      ...Array(2).fill('warning'),
      ...Array(10).fill('note'),
    ]);
    expect(left).toBe(3);
  });

  it('become commands that nothing in them can end', () => {
    const place = { file: 'a,b:c%\r\n.yml', line: 1, endLine: 2, columns: null };
    const command = workflowCommand({ level: 'note', title: 't:,', message: '50%\n::error::x', place });
    expect(command).toBe('::notice file=a%2Cb%3Ac%25%0D%0A.yml,line=1,endLine=2,title=t%3A%2C::50%25%0A::error::x');
  });
});
