import { hasInvisible } from '../../domain/invisible.ts';
import { endsFence, fenceIn } from './code-fence.ts';

/** Languages that a block of code says it is in; any other word behind a fence says something, and nobody sees it. */
const CODE_LANGUAGE =
  /^(?:agent-generate|bash|c|c\+\+|console|cpp|csharp|cs|css|diff|docker|dockerfile|go|groovy|hcl|html|ini|java|javascript|js|json|jsonc|kotlin|make|makefile|markdown|md|php|plain|powershell|python|py|ruby|rust|scala|sh|shell|sql|swift|terraform|text|toml|tsx?|txt|typescript|xml|ya?ml|zsh)?$/i;

/** What a page shows as a link, without what leads to it. */
const AUTOLINK = /<(?:https?:\/\/|mailto:)[^\s<>]{0,2000}>/gi;

/** Of Markdown and HTML: tags and all that looks like them; addresses and titles of links; what links and footnotes are defined by; formulas. */
const UNSEEN: readonly RegExp[] = [
  /<[!?/A-Za-z]/,
  /\][([]/,
  /^[ \t>*+\d.)-]{0,40}\[[^\]]{1,1000}\]:/m,
  /\$\$|\$`|\$[^\n$]{0,2000}\\[A-Za-z]/,
];

/** Whether a comment may say more than its page shows: by characters, by HTML, behind links and fences, in formulas, in cells beyond a table. */
export function hasUnseen(text: string): boolean {
  if (hasUnseenInCode(text)) return true;
  const prose = proseOf(text);
  return prose === null || UNSEEN.some((pattern) => pattern.test(prose));
}

/**
 * Of a block of code all is shown that is no hidden character; a comment of HTML is more likely meant as one. A space of another width, or one that
 * does not break, is what many keyboards and pages give for a plain one, and hides nothing.
 */
export function hasUnseenInCode(code: string): boolean {
  return code.includes('<!--') || hasInvisible(code.replace(/[\t\n\r\p{Zs}]/gu, ' '));
}

/** Without what is quoted, which is not heard, and without code, which is shown as it is; null where a fence or a table hides something. */
function proseOf(text: string): string | null {
  const prose: string[] = [];
  let fence: ReturnType<typeof fenceIn> = null;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (fence !== null) fence = endsFence(line, fence) ? null : fence;
    // Deeper ones may belong to a list, and end with it.
    else if (/^[`~]/.test(line) && fenceIn(line) !== null) {
      fence = fenceIn(line);
      if (!CODE_LANGUAGE.test(fence?.info ?? '')) return null;
    } else if (isOfTable(line)) return null;
    else if (!/^ {0,3}>/.test(line)) prose.push(withoutCode(line).replace(AUTOLINK, ''));
    if (/^[ \t]+(?:`{3}|~{3})/.test(line) && !CODE_LANGUAGE.test(line.replace(/^[\s`~]+/, '').trimEnd())) return null;
  }
  return prose.join('\n');
}

/** The line below the head of a table; what rows have beyond their head, no page shows. */
function isOfTable(line: string): boolean {
  return /^[ \t>|:-]+$/.test(line) && line.includes('|') && line.includes('-');
}

/** A line without code up to the first tag, for a tag may hold what looks like the begin of code. */
export function withoutCode(line: string): string {
  const before = /^(?:[^<`]|`[^`]+`)*/.exec(line)?.[0] ?? '';
  return `${before.replace(/`[^`]+`/g, '')}${line.slice(before.length)}`;
}
