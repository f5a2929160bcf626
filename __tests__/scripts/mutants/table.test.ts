import { describe, expect, it } from 'vitest';
import type { Fate, Mutant, Tried } from '../../../scripts/mutants/mutant.ts';
import { isHeld, mutantTable, staleReasons } from '../../../scripts/mutants/table.ts';

const tried = (of: string, kind: Mutant['kind'], what: string, fate: Fate): Tried => ({
  mutant: { of, kind, what, changes: {} },
  fate,
  by: '',
});

const ALL = [
  tried('workflow/a', 'deleted', 'deleted', 'killed'),
  tried('workflow/a', 'condition', 'line 3 dropped: b', 'survived'),
  tried('workflow/a', 'condition', 'line 4 dropped: c', 'senseless'),
  tried('workflow/a', 'condition', 'line 5 dropped: d', 'killed'),
  tried('engine b', 'silenced', 'finds nothing', 'survived'),
  tried('engine b', 'deleted', 'gone', 'same'),
];
const REASONS = { 'workflow/a: line 3 dropped: b': 'b always holds.' };

describe('The table of mutants', () => {
  it('has a row for each policy and engine, the survivors, and a count at the end', () => {
    expect(mutantTable(ALL, REASONS)).toBe(
      `
              deleted   silenced   inverted       rule  condition    literal
workflow/a     1 of 1          -          -          -     1 of 2          -
engine b            -     0 of 1          -          -          -          -

equivalent  workflow/a: line 3 dropped: b
            b always holds.
SURVIVED    engine b: finds nothing
4 mutants: 2 killed, 1 equivalent, 1 survived.`.slice(1),
    );
  });

  it('knows which are held', () => {
    expect(ALL.map((one) => isHeld(one, REASONS))).toEqual([true, true, true, true, false, true]);
    expect(isHeld(ALL[1] as Tried, {})).toBe(false);
  });

  it('knows reasons that are given for nothing', () => {
    expect(staleReasons(ALL, { ...REASONS, 'workflow/a: deleted': 'killed', 'workflow/z: gone': 'not there' })).toEqual(
      ['workflow/a: deleted', 'workflow/z: gone'],
    );
  });
});
