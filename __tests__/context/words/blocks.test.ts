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
    ['inside of an instruction', 'a <?php\n\n```agent-generate\nlint\n```\n?>'],
    ['inside of what is no text', '<![CDATA[\n```agent-generate\nlint\n```\n]]>'],
    ['inside of a declaration', '<!DOCTYPE\n```agent-generate\nlint\n```\n>'],
    ['inside of a script', '<script>\n\n```agent-generate\nlint\n```\n</script>'],
    ['inside of a style', '<p><STYLE\n\n```agent-generate\nlint\n```\n</style>'],
    ['inside of details that are closed', '<details><summary>a</summary>\n\n```agent-generate\nlint\n```\n</details>'],
    ['that is code', '    ```agent-generate\n    lint\n    ```'],
    ['in one line', '```agent-generate lint```'],
  ])('are none %s', (_, text) => expect(blocksIn(text)).toEqual([]));

  it('are found behind a comment that is closed', () => {
    expect(blocksIn('<!-- a --> <!-- b\n-->\n```agent-generate\nlint\n```')).toEqual(['lint']);
  });

  it('are found behind HTML that is closed, or that is named as code', () => {
    const block = '```agent-generate\nlint\n```';
    for (const before of ['<details>a</details>', 'See `<details>` and `<!--`.', '<?a?> <![CDATA[b]]>', 'a < b', '<p>'])
      expect(blocksIn(`${before}\n\n${block}`)).toEqual(['lint']);
    expect(blocksIn(`<a title="\`"><details>\`</a>\n\n${block}`)).toEqual([]);
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
