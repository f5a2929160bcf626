/** What stands for any text. */
const ANY = '…';

/**
 * The words that a pattern of plain words takes: groups are written out, a letter that may be absent stands in brackets, and `…` is any
 * text. Of what may be absent and is not plain nothing is said; a pattern that nothing matches has no words.
 */
export function wordsOf({ source }: RegExp): string[] {
  const reader = { text: source, at: 0 };
  const words = alternatives(reader).filter((word) => word !== '');
  const whole = source.endsWith('$') ? words : words.map((word) => `${word}${ANY}`);
  return [...new Set(whole.map((word) => word.replaceAll(/…+/g, ANY)))];
}

interface Reader {
  readonly text: string;
  at: number;
}

function alternatives(reader: Reader): string[] {
  const found = sequence(reader);
  while (reader.text[reader.at] === '|') {
    reader.at += 1;
    found.push(...sequence(reader));
  }
  return found;
}

function sequence(reader: Reader): string[] {
  let found = [''];
  while (reader.at < reader.text.length && !'|)'.includes(reader.text.charAt(reader.at))) {
    const next = quantified(reader);
    found = found.flatMap((start) => next.map((end) => start + end));
  }
  return found;
}

function quantified(reader: Reader): string[] {
  const words = atom(reader);
  const [mark = ''] = /^(?:[?*+]|\{[\d,]+\})/.exec(reader.text.slice(reader.at)) ?? [];
  reader.at += mark.length;
  const isLetter = words.length === 1 && words[0]?.length === 1;
  if (mark === '?' && isLetter && words[0] !== ANY) return words[0] === '-' ? words : [`(${words[0]})`];
  if (mark !== '?') return words;
  return words.some((word) => word.includes(ANY)) ? [''] : ['', ...words];
}

function atom(reader: Reader): string[] {
  const rest = reader.text.slice(reader.at);
  const group = /^\((?:\?:)?/.exec(rest)?.[0];
  const [whole = rest.charAt(0)] = /^(?:\[[^\]]*\]|\\.)/.exec(rest) ?? [];
  reader.at += group?.length ?? whole.length;
  if (group !== undefined) {
    const found = alternatives(reader);
    reader.at += 1;
    return found;
  }
  return [plain(whole)];
}

/** An anchor is no letter, and of a set of signs the first stands for all. */
function plain(text: string): string {
  if (text === '^' || text === '$') return '';
  if (text === '.' || /^\\[wSd]|^\[.*\\[wSd]/.test(text)) return ANY;
  if (text.startsWith('[')) return text.includes(':') ? '' : text.charAt(1);
  return text.replace(/^\\/, '');
}
