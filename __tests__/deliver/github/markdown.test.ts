import { describe, expect, it } from 'vitest';
import { cellCode, code, fenced, link, prose } from '../../../src/deliver/github/markdown.ts';
import { elementsOf, FILTERED, NASTY, renderGithub, textOutsideCode } from '../../fakes/github-markdown.ts';

const HIDDEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\p{Default_Ignorable_Code_Point}\p{Surrogate}]/u;

/** Each with the beginning of it as a name. */
const CASES = NASTY.map((text): [string, string] => [JSON.stringify(text).slice(0, 60), text]);

describe('What the renderer of the tests is worth', () => {
  it('sees what untrusted text can do', () => {
    const raw = NASTY.filter((text) => {
      const html = renderGithub(text);
      return elementsOf(html).some((name) => name !== 'p') || FILTERED.test(textOutsideCode(html));
    });
    expect(raw.length).toBeGreaterThan(40);
  });
});

describe('Inline code', () => {
  it.each(CASES)('is nothing but code of %s', (_, text) => {
    for (const html of [renderGithub(code(text)), renderGithub(`a ${code(text)} b ${code(text)}`)]) {
      expect(elementsOf(html).filter((name) => name !== 'code' && name !== 'em')).toEqual(['p']);
      expect(textOutsideCode(html)).not.toMatch(FILTERED);
      expect(html).not.toMatch(HIDDEN);
    }
  });

  it.each([
    ['a', '<code>a</code>'],
    ['a`b', '<code>a`b</code>'],
    ['`a`', '<code>`a`</code>'],
    ['a\\', '<code>a\\</code>'],
    [' a ', '<code> a </code>'],
    ['a\nb\u202ec', '<code>a\\u{a}b\\u{202e}c</code>'],
    ['⚙️ Build', '<code>⚙️ Build</code>'],
    ['', '<em>(empty)</em>'],
  ])('shows %j', (text, html) => {
    expect(renderGithub(code(text))).toBe(`<p>${html}</p>`);
  });

  it('is cut where it is long, and not inside a character', () => {
    expect(code('abcdef', 4)).toBe('`abc…`');
    expect(code('ab😀def', 4)).toBe('`ab…`');
  });
});

describe('Code in a table', () => {
  it.each(CASES)('stays in its cell: %s', (_, text) => {
    const html = renderGithub(`| a | b |\n|---|---|\n| ${cellCode(text)} | end |`);
    const names = elementsOf(html).filter((name) => name !== 'code' && name !== 'em');
    expect(names).toEqual(['table', 'thead', 'tr', 'th', 'th', 'tbody', 'tr', 'td', 'td']);
    expect(html).toContain('<td>end</td>');
  });
});

describe('Prose', () => {
  it.each(CASES)('holds nothing but text and code of %s', (_, text) => {
    for (const markdown of [prose(text), `- ${prose(text)}`, `> x: ${prose(text)}`, `${prose(text)} ${prose(text)}`]) {
      const html = renderGithub(markdown);
      const allowed = ['p', 'code', 'ul', 'li', 'blockquote', 'em'];
      expect(elementsOf(html).filter((name) => !allowed.includes(name))).toEqual([]);
      expect(textOutsideCode(html)).not.toMatch(FILTERED);
      expect(html).not.toMatch(HIDDEN);
      expect(prose(text)).not.toContain('\n');
    }
  });

  it.each([
    ['The job a has no timeout.', 'The job a has no timeout.'],
    ['octo/thing@v4 is not pinned.', '`octo/thing@v4` is not pinned.'],
    ['${{ a.b }} puts text in.', '`${{ a.b }}` puts text in.'],
    ['It writes below .github/workflows.', 'It writes below `.github/workflows`.'],
    [
      'Run `go test`, then (with "care") go on: 50% of 2, 3; done!',
      'Run `go test`, then (with "care") go on: 50% of 2, 3; done!',
    ],
    ['a == b && c', 'a `==` b `&&` c'],
    ['– so – what…', '– so – what…'],
  ])('says %j', (text, expected) => {
    expect(prose(text)).toBe(expected);
  });
});

describe('A fenced block', () => {
  it.each(CASES)('is not ended by %s', (_, text) => {
    const html = renderGithub(`${fenced('diff', text.split('\n'))}\n\nafter`);
    expect(elementsOf(html)).toEqual(['pre', 'code', 'p']);
    expect(html).toContain('<p>after</p>');
  });
});

describe('The fence of a block', () => {
  it.each([
    ['a', 3],
    ['a ``` b', 4],
    ['`'.repeat(99), 100],
    // GitHub's parser counts a fence in one byte: 256 are none to it.
    ['`'.repeat(100), 3],
    ['`'.repeat(500), 3],
  ])('around %j has %i backticks', (line, length) => {
    const [open = ''] = fenced('', [line]).split('\n');
    expect(open).toBe('`'.repeat(length));
  });

  it('shows what it cannot hold as a number', () => {
    expect(fenced('diff', [`a${'`'.repeat(300)}b`])).toBe('```diff\na\\u{60} × 300b\n```');
  });
});

describe('A link', () => {
  it.each(CASES)('holds no other address for %s', (_, text) => {
    const html = renderGithub(`${link(code(text), `https://github.com/a/b/blob/${text}`)} and \`more\``);
    expect(elementsOf(html).filter((name) => name !== 'code' && name !== 'em')).toEqual(
      text.length > 900 ? ['p'] : ['p', 'a'],
    );
    for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g))
      expect(href).toMatch(/^https:\/\/github\.com\/a\/b\//);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'https://evil.example@github.com', '', null])(
    'is none to %j',
    (url) => {
      expect(link('text', url)).toBe('text');
    },
  );
});
