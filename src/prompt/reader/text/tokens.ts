/** A piece of a sentence as it was written. Marks are punctuation; a `stop` ends a sentence. */
export interface Token {
  readonly kind: 'word' | 'code' | 'quoted' | 'mark' | 'stop' | 'cron';
  /** Of a word: lower case, with plain apostrophes. Of code and quotes: what stands between. */
  readonly text: string;
  readonly raw: string;
}

/** Five fields of digits and signs, at least one of them a star: nobody writes that by chance. */
const CRON = /(?:[\d*/,-]{1,20} ){4}[\d*/,-]{1,20}(?=[\s.,;!?]|$)/y;
const QUOTES: Readonly<Record<string, string>> = { '`': '`', '"': '"', '“': '”', '„': '“', '«': '»', "'": "'" };
const LEADING = /^[([{]+/;
const TRAILING = /[.,;:!?)\]}]+$/;

/** Splits words into tokens, in one pass. */
export function tokensOf(words: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < words.length) {
    const char = words[at] ?? '';
    const quoted = quotedAt(words, at);
    if (quoted) {
      tokens.push(quoted);
      at += quoted.raw.length;
    } else if (/\s/.test(char)) {
      if (char === '\n') tokens.push({ kind: 'stop', text: '\n', raw: '\n' });
      at += 1;
    } else {
      const raw = cronAt(words, at) ?? runAt(words, at);
      tokens.push(...(raw.includes(' ') ? [{ kind: 'cron', text: raw, raw } as const] : piecesOf(raw)));
      at += raw.length;
    }
  }
  return tokens;
}

function cronAt(words: string, at: number): string | null {
  CRON.lastIndex = at;
  const found = CRON.exec(words)?.[0] ?? null;
  return found?.includes('*') ? found : null;
}

/** Up to the next space or opening quote. */
function runAt(words: string, at: number): string {
  let end = at + 1;
  while (end < words.length && !/[\s`"\u201c\u201d\u201e\u00ab\u00bb]/.test(words[end] ?? '')) end += 1;
  return words.slice(at, end);
}

/** A quotation that is closed on its line; a plain apostrophe opens one only before a word. */
function quotedAt(words: string, at: number): Token | null {
  const open = words[at] ?? '';
  const close = Object.hasOwn(QUOTES, open) ? QUOTES[open] : undefined;
  if (close === undefined || (open === "'" && !/(^|[\s(])$/.test(words.slice(Math.max(0, at - 1), at)))) return null;
  const end = words.indexOf(close, at + 1);
  const text = words.slice(at + 1, end);
  if (end <= at + 1 || text.includes('\n') || (open === "'" && /^\s|\s$/.test(text))) return null;
  const raw = words.slice(at, end + 1);
  if (cronAt(text, 0) === text) return { kind: 'cron', text, raw };
  return { kind: open === '`' ? 'code' : 'quoted', text, raw };
}

/** A run of characters without space: brackets and punctuation around it, and the word itself. */
function piecesOf(raw: string): Token[] {
  const lead = LEADING.exec(raw)?.[0] ?? '';
  const rest = raw.slice(lead.length);
  const trail = TRAILING.exec(rest)?.[0] ?? '';
  const core = rest.slice(0, rest.length - trail.length);
  return [...marksOf(lead), ...wordsOf(core), ...marksOf(trail)];
}

function marksOf(text: string): Token[] {
  return [...text].map((mark) => ({ kind: /[.;!?]/.test(mark) ? 'stop' : 'mark', text: mark, raw: mark }) as const);
}

function wordsOf(core: string): Token[] {
  if (core === '') return [];
  const text = core.toLowerCase().replaceAll('’', "'");
  if (/^[^\p{L}\p{N}]+$/u.test(text) && !/[*%&]/.test(text)) return [{ kind: 'mark', text, raw: core }];
  const possessive = /^(.+)'s$/.exec(text)?.[1];
  if (possessive !== undefined && !CONTRACTED.test(possessive))
    return [{ kind: 'word', text: possessive, raw: core.slice(0, -2) }];
  // `a,b`, and versions as `20/22/24`.
  if (/^[^\s,]+(,[^\s,]+)+$/.test(text) || /^\d{1,4}(?:\.\d{1,4})?(?:\/\d{1,4}(?:\.\d{1,4})?)+$/.test(text))
    return text
      .split(/[,/]/)
      .flatMap((item, index): Token[] => [
        ...(index > 0 ? [{ kind: 'mark', text: ',', raw: ',' } as const] : []),
        { kind: 'word', text: item, raw: item },
      ]);
  return [{ kind: 'word', text, raw: core }];
}

/** Where 's is a verb or a pronoun. */
const CONTRACTED = /^(it|that|there|what|let|here|who|he|she)$/;
