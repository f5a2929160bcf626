import { describe, expect, it } from 'vitest';
import { commandsOf } from '../../../src/workflow/facts/shell.ts';

describe('The commands of a script', () => {
  it.each<[string, string, string[]]>([
    ['separators', 'a && b || c; d | e & f\n(g)', ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
    ['separators in quotes', `echo "a; b" 'c && d'`, [`echo "a; b" 'c && d'`]],
    ['an escaped quote', 'echo "a\\"; b"; c', ['echo "a\\"; b"', 'c']],
    ['an escaped separator', 'find . -exec a {} \\;', ['find . -exec a {} \\;']],
    ['a quote that nothing closes', "echo it's; a", ["echo it's", 'a']],
    ['comments', "# it's a\na # b; c\nd#e", ['a', 'd#e']],
    ['lines that go on', 'a \\\n  b \\\r\n c', ['a    b   c']],
    ['a here-document', 'cat <<-"EOF" > x\n\ta; b\n\tEOF\nc', ['cat <<-"EOF" > x', 'c']],
    ['a here-document without an end, and a here-string', 'cat <<EOF\na <<<b', ['cat <<EOF', 'a <<<b']],
    ['a shift is no here-document', 'echo $((1<<a))\nb', ['echo $', '1<<a', 'b']],
    ['redirections', 'a > b 2>&1 &> c', ['a > b 2>&1 &> c']],
    ['expressions', "a ${{ format('b; c') }} ${D}; e", ["a ${{ format('b; c') }} ${D}", 'e']],
    ['an expression that nothing closes', 'a ${{ b; c', ['a ${{ b', 'c']],
    ['words that only start another command', 'if ! sudo -E A="b c" timeout 5m npx d; then e; fi', ['d', 'e', 'fi']],
    ['runners of packages', 'uv run a\npnpm exec b\npython3 -m c\nbundle exec d', ['a', 'b', 'c', 'd']],
    ['braces', '{ a; b; }', ['a', 'b', '}']],
    ['nothing', ' \n;', []],
  ])('are told apart: %s', (_, script, commands) => {
    expect(commandsOf(script)).toEqual(commands);
  });
});
