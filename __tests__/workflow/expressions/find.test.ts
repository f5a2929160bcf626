import { describe, expect, it } from 'vitest';
import { expressionsIn, partsOf } from '../../../src/workflow/expressions/find.ts';

describe('The expressions of a text', () => {
  it.each([
    ['none', 'echo $HOME ${HOME} {{ a }}', []],
    ['one, with or without spaces', '${{a}} ${{  b  }}', ['a', 'b']],
    ['a brace in quotes', "${{ format('}}{0}', a) }}", ["format('}}{0}', a)"]],
    ['a quote in quotes', "${{ 'it''s }}' }}!", ["'it''s }}'"]],
    ['a single brace', '${{ a } }}', ['a }']],
    ['one that is never closed', '${{ a }} ${{ b', ['a']],
    ['one whose quote is never closed', "${{ 'a }}", []],
    ['over lines', '${{\n  a\n}}', ['a']],
  ])('are found: %s', (_, text, expressions) => {
    expect(expressionsIn(text)).toEqual(expressions);
  });

  it('stand between the pieces that are put together with them', () => {
    expect(partsOf('a${{ b }}${{ c }}d')).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'expression', source: 'b' },
      { kind: 'expression', source: 'c' },
      { kind: 'text', text: 'd' },
    ]);
    expect(partsOf('')).toEqual([]);
    expect(partsOf('${{ open')).toEqual([{ kind: 'text', text: '${{ open' }]);
  });
});
