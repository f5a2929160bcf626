import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** Markdown as GitHub renders it before it is sanitised: raw HTML is passed on, so that nothing which came through goes unseen. */
export function renderGithub(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
}

/** The names of the elements in rendered HTML, in order, comments as `!--`. */
export function elementsOf(html: string): string[] {
  return [...html.matchAll(/<(!--|[a-z][\w-]*)/gi)].map(([, name = '']) => name.toLowerCase());
}

/** What stands outside code, as GitHub's own filters see it: these look for mentions, references, emoji and addresses. */
export function textOutsideCode(html: string): string {
  return html
    .replace(/<(code|pre)\b[^>]*>.*?<\/\1>/gs, ' ')
    .replace(/<!--.*?-->/gs, '')
    .replace(/<[^>]+>/g, ' ');
}

/** Whatever of a text GitHub makes a link or a picture of, beyond Markdown: see docs.github.com, "Autolinked references and URLs". */
export const FILTERED = /@[\w-]|#\d|\b[A-Z][A-Z0-9]*-\d|\b[0-9a-f]{7,40}\b|:\w+:|\bwww\.|:\/\/|\$\S|\bGH-\d/i;

/** What may stand in a name of a file or a branch, a commit message, a command, a finding. */
export const NASTY: readonly string[] = [
  '[a](https://evil.example)',
  '![a](https://evil.example/x.png)',
  '<img src=x onerror=alert(1)>',
  '<!-- agent-generate:v1: -->',
  '</details><h1>Proven</h1>',
  '<script>alert(1)</script>',
  '@octo-org/admins please approve',
  'see @octocat.',
  '(@octocat)',
  'é@octocat',
  'fixes #1, octo/repo#2 and GH-3',
  'octo/repo@0123456789abcdef0123456789abcdef01234567',
  '0123456789abcdef0123456789abcdef01234567',
  'deadbeef.',
  'a/deadbeef1,cafebabe x/GH-3 (a/www.evil.example)',
  'https://evil.example/a?b=c',
  'www.evil.example',
  '(www.evil.example)',
  'me@evil.example',
  '```\n# Out\n```',
  '~~~\nout',
  'a `b` c',
  '`',
  '``',
  'a ` b `` c ``` d',
  '`a``b`',
  '${{ a }}${{ `b`c }}`<b>x',
  '${{ github.event.issue.title }} goes into a script',
  '| a | b |\n|---|---|\n| c | d |',
  '\\|a|b',
  '\\`a\\`',
  '# Heading',
  'Heading\n===',
  'Heading\n---',
  '- item',
  '1. item',
  '+ item',
  '> quote',
  '> [!CAUTION]\n> boo',
  '    indented code',
  '***bold*** __bold__ ~~gone~~',
  'a*b*c a_b_c _x_',
  '&lt;b&gt; &#64;octocat &commat;octocat',
  ':rocket: :+1: a:smile:b',
  '$x^2$ and $`x`$',
  '[^1] [^1]: note',
  '[x]: https://evil.example',
  '- [x] done',
  'line one\nline two\r\nline three\u2028four\u2029five',
  'a\u202eb\u2066c\u200bd\u00ade\ufeff',
  `hidden ${[...'tags'].map((it) => String.fromCodePoint(0xe0000 + (it.codePointAt(0) ?? 0))).join('')}`,
  'variation \ufe01 \u{e0101} selectors',
  '\u001b[31mred\u001b[0m \u0000 \u0007',
  '\ud800 half',
  '',
  ' ',
  '   ',
  '\t',
  '\u3164',
  'x'.repeat(5000),
  '`'.repeat(500),
  '😀'.repeat(500),
  '-->',
  '--',
  '*',
  '"a" \'b\' “c” (d), e; f: g? h!',
  'ends with a backslash \\',
  '\\',
  '%0A::error::x',
  'CVE-2024-1234 UTF-8 TICKET-7',
];
