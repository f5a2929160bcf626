import { describe, expect, it } from 'vitest';
import { inRun, matrixRuns, matrixValue, textOf } from '../../../src/profile/ci/matrix.ts';
import { known, UNKNOWN } from '../../../src/workflow/expressions/value.ts';

const runs = (matrix: unknown) =>
  matrixRuns(matrix).map((run) => Object.fromEntries([...run].map(([name, value]) => [name, textOf(value)])));

describe('The runs of a matrix', () => {
  it('are one where there is none', () => {
    expect(runs(undefined)).toEqual([{}]);
    expect(runs('${{ fromJSON(needs.a.outputs.m) }}')).toEqual([{}]);
  });

  it('are all combinations of its axes, without those that are excluded', () => {
    const axes = { os: ['a', 'b'], go: [1, 2] };
    expect(runs({ ...axes, exclude: [{ os: 'a', go: 1 }, { os: 'b' }, {}] })).toEqual([{ os: 'a', go: '2' }]);
  });

  // docs.github.com, "jobs.<job_id>.strategy.matrix.include", its example.
  it('have what is included added where it changes no axis, and beside them where it would', () => {
    const include = [
      { color: 'green' },
      { color: 'pink', animal: 'cat' },
      { fruit: 'apple', shape: 'circle' },
      { fruit: 'banana' },
      { fruit: 'banana', animal: 'cat' },
    ];
    expect(runs({ fruit: ['apple', 'pear'], animal: ['cat', 'dog'], include })).toEqual([
      { fruit: 'apple', animal: 'cat', color: 'pink', shape: 'circle' },
      { fruit: 'apple', animal: 'dog', color: 'green', shape: 'circle' },
      { fruit: 'pear', animal: 'cat', color: 'pink' },
      { fruit: 'pear', animal: 'dog', color: 'green' },
      { fruit: 'banana' },
      { fruit: 'banana', animal: 'cat' },
    ]);
  });

  it('are those that are included, where there is no axis', () => {
    expect(runs({ include: [{ a: 1 }, { a: 2, b: { c: 'd' } }] })).toEqual([{ a: '1' }, { a: '2', 'b.c': 'd' }]);
  });
});

describe('A value of a matrix', () => {
  it('that is an object or a list changes nothing only where all of it is the same', () => {
    const of = (value: unknown) => runs({ a: [{ b: { c: 1 } }], include: [{ a: value, d: 'x' }] }).map(({ d }) => d);
    expect(of({ b: { c: 1 } })).toEqual(['x']);
    expect(of({ b: { c: 2 } })).toEqual([undefined, 'x']);
    expect(of({ b: { c: 1, e: 1 } })).toEqual([undefined, 'x']);
    expect(of([{ c: 1 }])).toEqual([undefined, 'x']);
  });

  it('is put into a text where there is one', () => {
    const [run = new Map()] = matrixRuns({ include: [{ a: 1, b: null }] });
    expect(inRun('go ${{ matrix.a }}', run)).toBe('go 1');
    expect(inRun("go ${{ matrix['a'] }}", run)).toBe('go 1');
    expect(inRun("go ${{ matrix['b'] }}", run)).toBeNull();
    expect(inRun('go ${{ matrix.b }}', run)).toBeNull();
  });
});

describe('What a matrix gives in a run', () => {
  it('is as it is written: a text, a number, a yes or no, or nothing; a list and an expression stay open', () => {
    const include = [{ a: '0', b: 0, c: false, d: 'false', e: null, f: ['x'], g: '${{ vars.G }}', h: { i: 1 } }];
    const [run = new Map()] = matrixRuns({ include });
    expect(Object.fromEntries(run)).toEqual({
      a: known('0'),
      b: known(0),
      c: known(false),
      d: known('false'),
      e: known(null),
      f: UNKNOWN,
      g: UNKNOWN,
      'h.i': known(1),
    });
  });

  const all = matrixRuns({ Go: ['1.25', '1.26'], include: [{ Go: '1.26', cover: true }] });
  const given = (name: string, at: number) => matrixValue(['matrix', ...name.split('.')], all[at] ?? new Map(), all);

  it('is its value, by a name in any case', () => {
    expect(given('go', 0)).toEqual(known('1.25'));
    expect(given('cover', 1)).toEqual(known(true));
  });

  it('is empty where only other runs have the name, and unknown where none has it', () => {
    expect(given('cover', 0)).toEqual(known(null));
    expect(given('other', 0)).toEqual(UNKNOWN);
    expect(matrixValue(['github', 'go'], all[0] ?? new Map(), all)).toEqual(UNKNOWN);
  });
});
