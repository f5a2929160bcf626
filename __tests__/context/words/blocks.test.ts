import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksIn } from '../../../src/context/words/blocks.ts';

describe('The blocks of a text that are meant for us', () => {
  it('are those of our language, in their order', () => {
    const text =
      'A change.\r\n\r\n```agent-generate\r\nlint the Go code\r\n```\r\n\n~~~~ agent-generate \ntest web\n~~~\nwell\n~~~~\n';
    expect(blocksIn(text)).toEqual(['lint the Go code', 'test web\n~~~\nwell']);
  });

  it.each([
    ['of another language', '```sh\nlint\n```'],
    ['of more than the language', '```agent-generate now\nlint\n```'],
    ['that is not closed', '```agent-generate\nlint'],
    ['that is empty', '```agent-generate\n \n```'],
    ['inside of another block', '````md\n```agent-generate\nlint\n```\n````'],
    ['inside of a quotation', '> ```agent-generate\n> lint\n> ```'],
    ['inside of a list', '- like so:\n  ```agent-generate\n  lint\n  ```'],
    ['inside of a comment', '<!-- To ask for something:\n```agent-generate\nlint\n```\n-->'],
    ['that is code', '    ```agent-generate\n    lint\n    ```'],
    ['in one line', '```agent-generate lint```'],
  ])('are none %s', (_, text) => expect(blocksIn(text)).toEqual([]));

  it('are found behind a comment that is closed', () => {
    expect(blocksIn('<!-- a --> <!-- b\n-->\n```agent-generate\nlint\n```')).toEqual(['lint']);
  });

  it('hold nothing but lines of the text', () => {
    const line = fc.constantFrom('```agent-generate', '```', '~~~', '<!--', '-->', 'lint', '> a', '');
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        for (const block of blocksIn(lines.join('\n'))) expect(lines.join('\n')).toContain(block);
      }),
    );
  });
});
