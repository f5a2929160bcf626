import { describe, expect, it } from 'vitest';
import { pairsOf, wordsOf } from '../../../src/profile/docker/arguments.ts';
import { type Instruction, readInstructions } from '../../../src/profile/docker/instructions.ts';

const shown = ({ line, keyword, content }: Instruction) => `${line} ${keyword} ${content.value}`.trimEnd();
const read = (text: string) => readInstructions(text).map(shown);

function only(text: string): Instruction {
  const [first, ...others] = readInstructions(text);
  if (!first || others.length > 0) throw new Error(`${others.length + 1} instructions`);
  return first;
}

describe('The lines of a Dockerfile are joined as BuildKit joins them', () => {
  it.each([
    ['one a line, in any case, with blanks around', '  from a  \n\tRun  b\n', ['1 FROM a', '2 RUN b']],
    ['an escape at the end goes on', 'RUN a \\\n  b\nUSER c', ['1 RUN a   b', '3 USER c']],
    ['also with blanks behind it', 'RUN a \\ \t\nb\n', ['1 RUN a b']],
    ['two escapes do not', 'RUN a \\\\\nUSER b\n', ['1 RUN a \\\\', '2 USER b']],
    ['at the end of the file it is taken off', 'RUN a \\', ['1 RUN a']],
    [
      'comments and empty lines between are passed over',
      'RUN a \\\n# why\n\n  # else\n b\nUSER c',
      ['1 RUN a  b', '6 USER c'],
    ],
    ['a sign of a comment later in a line is none', 'RUN a # b\nRUN c \\\n d # e', ['1 RUN a # b', '2 RUN c  d # e']],
    ['comments before and after are nothing', '# a\n\nUSER b\n  # c\n', ['3 USER b']],
    ['a keyword alone', 'FROM\nUSER', ['1 FROM', '2 USER']],
    ['a keyword over lines', 'EN\\\nV a=b', ['1 ENV a=b']],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['of its own', '# escape=`\nRUN a `\nb\\\nUSER c\n', ['2 RUN a b\\', '4 USER c']],
    ['among other directives', '# syntax=x/y\n#escape = `\nRUN a `\nb\n', ['3 RUN a b']],
    ['in capitals', '# ESCAPE=`\nRUN a `\nb\n', ['2 RUN a b']],
    ['only before anything else', '# a comment\n# escape=`\nRUN a `\nUSER b\n', ['3 RUN a `', '4 USER b']],
    ['only once there is nothing before it', '\n# escape=`\nRUN a `\nUSER b\n', ['3 RUN a `', '4 USER b']],
    ['and no other sign', '# escape=/\nRUN a /\nUSER b\n', ['2 RUN a /', '3 USER b']],
  ])('with an escape %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['ends at its name alone', 'RUN <<EOF\nUSER x\n EOF\nEOF\nUSER b', ['1 RUN <<EOF', '5 USER b']],
    ['with tabs before it, where it says so', 'RUN <<-EOF\n\tUSER x\n\tEOF\nUSER b', ['1 RUN <<-EOF', '4 USER b']],
    ['may be quoted', 'COPY <<"a.b" /x\nUSER x\na.b\nUSER b', ['1 COPY <<"a.b" /x', '4 USER b']],
    ['may be one of several', 'COPY <<A <<B /x\nB\nA\nUSER x\nB\nUSER b', ['1 COPY <<A <<B /x', '6 USER b']],
    ['that does not end is none', 'RUN <<EOF\nUSER x\n', ['1 RUN <<EOF', '2 USER x']],
    [
      'in quotes is a text',
      'RUN echo "usage: x <<EOF y" && true\nUSER b\nEOF',
      ['1 RUN echo "usage: x <<EOF y" && true', '2 USER b', '3 EOF'],
    ],
    ['is none of other instructions', 'ENV a <<EOF\nUSER b', ['1 ENV a <<EOF', '2 USER b']],
    [
      'is no here-string, and no shift',
      'RUN a <<<EOF\nRUN echo $((1<<2))\nUSER b',
      ['1 RUN a <<<EOF', '2 RUN echo $((1<<2))', '3 USER b'],
    ],
  ])('and a here-document %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('An instruction', () => {
  it('has its flags, each with its line, before what it is about', () => {
    const { flags, content } = only('COPY --from=a --link \\\n  --chown="b:c" --chmod=0 d --from=e\n');
    expect(flags).toEqual([
      { name: 'from', value: 'a', line: 1 },
      { name: 'link', value: '', line: 1 },
      { name: 'chown', value: 'b:c', line: 2 },
      { name: 'chmod', value: '0', line: 2 },
    ]);
    expect(content.value).toBe('d --from=e');
  });

  it('has words, each with its line, without quotes', () => {
    const words = wordsOf(only('COPY a \\\n  "b" \\\n  c\n').content, 'f');
    expect(words.map(({ value, at }) => [value, at[0].line])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
  });

  it.each([
    ['ENV a=b', [['a', 'b']]],
    [
      'ENV a=b \\\n c="d e" f=\'g h\' i=j\\ k l=',
      [
        ['a', 'b'],
        ['c', 'd e'],
        ['f', 'g h'],
        ['i', 'j k'],
        ['l', ''],
      ],
    ],
    ['ENV a b=c d', [['a', 'b=c d']]],
    ['ENV a="b \\"c\\" d"', [['a', 'b "c" d']]],
    ['ENV a=b=c', [['a', 'b=c']]],
    ['ARG a', [['a', null]]],
    [
      'ARG a b=c d',
      [
        ['a', null],
        ['b', 'c'],
        ['d', null],
      ],
    ],
    ['ENV', []],
  ])('sets variables: %j', (text, expected) => {
    expect(pairsOf(only(text), 'f').map(([name, word]) => [name, word?.value ?? null])).toEqual(expected);
  });

  it.each([
    ['quotes that do not end', `COPY --x="${'a "'.repeat(50_000)}`],
    ['blanks', `RUN ${' '.repeat(200_000)}x`],
    ['escapes', `ENV a=${'\\'.repeat(200_000)}`],
    ['documents', `RUN ${'<<A '.repeat(50_000)}`],
    ['lines that go on', 'RUN a \\\n'.repeat(50_000)],
  ])('of many %s is read in the time that its length takes', (_, text) => {
    const [first] = readInstructions(text);
    expect(first && [...pairsOf(first, 'f'), ...wordsOf(first.content, 'f')].length).toBeGreaterThan(0);
  });
});
