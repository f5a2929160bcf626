import { describe, expect, it } from 'vitest';
import { printedInto } from '../../../src/workflow/facts/printed.ts';
import { firstWord, putInto } from '../../../src/workflow/facts/shell-text.ts';
import { textsPutInto, writesOf } from '../../../src/workflow/facts/step-writes.ts';

describe('What a shell puts into a word', () => {
  it.each([
    ['"a $B ${C} ${D:-e}"', ['B', 'C', 'D']],
    ["'$A'", []],
    ['"it\'s $A"', ['A']],
    ['$(echo $A) $B', ['B']],
    ['"$(echo "$A" | tr a b)$B"', ['B']],
    ['`echo $A`', []],
    ['${A//x/} ${B%.*} ${#C}', []],
    ['\\$A "\\$B"', []],
    ['"$B\\nC" $D$(e)F', ['B', 'D']],
    ['$env:TITLE ${env:BODY}', ['TITLE', 'BODY']],
    ['${{ env.A }} $B', ['B']],
    ['"$A', ['A']],
    ['', []],
  ])('%s names %j', (word, variables) => {
    expect(putInto(word).variables).toEqual(variables);
  });

  it('holds expressions even in single quotes, but not those of another command', () => {
    expect(putInto("'${{ a }}' $(echo ${{ b }})").text.trim()).toBe('${{ a }}');
  });

  it.each([
    [`"a b" c`, '"a b"'],
    [`'a b'"c d" e`, `'a b'"c d"`],
    ['a\\ b c', 'a\\ b'],
    ['${{ a b }}c d', '${{ a b }}c'],
    ['"open', ''],
    ['', ''],
  ])('the first word of %s is %s', (text, word) => {
    expect(firstWord(text)).toBe(word);
  });
});

describe('What a step writes for later ones', () => {
  it.each([
    ['echo "a=$X" >> $GITHUB_OUTPUT', { a: '${{ env.X }}' }],
    ['echo "a=$constructor" >> $GITHUB_OUTPUT', { a: '${{ env.constructor }}' }],
    ['echo a=${{ x }} >> "${GITHUB_OUTPUT}"', { a: '${{ x }}' }],
    ['printf "A-b=%s" "$X" >>$GITHUB_OUTPUT', { 'a-b': '${{ env.X }}' }],
    ['X=${{ x }}\necho "a=$X" >> $GITHUB_OUTPUT', { a: '${{ x }}' }],
    ['echo "a=$GITHUB_HEAD_REF" | tee -a $GITHUB_OUTPUT', { a: '${{ github.head_ref }}' }],
    ['echo "a=$X" | sed s/x// >> $GITHUB_OUTPUT', {}],
    ['echo "a=$X" > file', {}],
    [
      '{\n  echo "a<<E"\n  echo "$X"\n  echo E\n  echo "b=$Y"\n} >> $GITHUB_OUTPUT',
      { a: '${{ env.X }}', b: '${{ env.Y }}' },
    ],
    ['cat >> $GITHUB_OUTPUT <<E\na=$X\nE', { a: '${{ env.X }}' }],
    ['cat <<E >> $GITHUB_OUTPUT\na=$X', {}],
    ['"a=$env:X" >> $env:GITHUB_OUTPUT', { a: '${{ env.X }}' }],
    ['echo "::set-output name=a::$X"', { a: '${{ env.X }}' }],
    ['A=$B\nB=$A\necho "a=$A" >> $GITHUB_OUTPUT', { a: '' }],
  ])('is read in %j', (run, outputs) => {
    const written = Object.fromEntries(writesOf({ run }).outputs);
    expect(Object.fromEntries(Object.entries(written).map(([name, text]) => [name, text.trim()]))).toEqual(outputs);
  });

  it('may be a variable, or be written by a script of github-script', () => {
    expect(writesOf({ run: 'echo "A=$X" >> $GITHUB_ENV' }).variables.get('a')).toBe('${{ env.X }}');
    const script = "core.setOutput('a', context.payload.issue?.title)\ncore.exportVariable('b', process.env.X)";
    const writes = writesOf({ with: { script } });
    expect(writes.outputs.get('a')).toBe('${{ github.event.issue.title }}');
    expect(writes.variables.get('b')).toBe('${{ env.X }}');
  });

  it('are lines of a here-document only where one begins, though a later line is empty', () => {
    const run = 'echo "A=$X" >> "$GITHUB_ENV"\nB=$Y\n\nmake\n';
    expect([...writesOf({ run }).variables]).toEqual([['a', '${{ env.X }}']]);
    expect(printedInto('ENV', run)).toEqual({ lines: ['"A=$X"'], documents: [], readers: [] });
  });

  it('costs a hostile script no more than a plain one', () => {
    const chain = Array.from({ length: 20_000 }, (_, n) => `A${n}=$A${n + 1}`);
    expect(textsPutInto(['$A0', '$A7'], chain)).toEqual(['', '']);
  });
});
