import { findSecrets } from './find.ts';
import { REDACTED } from './suspicion.ts';

/** The text without secrets: exact values that are known first, then whatever looks like one. */
export async function redact(text: string, known: readonly string[]): Promise<string> {
  const values = known.filter((value) => value.length >= 4).sort((a, b) => b.length - a.length);
  const clean = values.reduce((so, value) => so.replaceAll(value, REDACTED), text);
  const found = await findSecrets(clean);
  const ends = found.map(({ end }) => end + tailAt(clean, end));
  const between = found.map(({ start }, index) => clean.slice(ends[index - 1] ?? 0, start));
  return [...between, clean.slice(ends.at(-1) ?? 0)].join(REDACTED);
}

/** How long what is left of a word is, where a pattern knows the beginning of a secret alone. */
function tailAt(text: string, end: number): number {
  if (!/[\w+/=-]/.test(text[end - 1] ?? '')) return 0;
  return /^[\w+/=-]{0,400}/.exec(text.slice(end, end + 400))?.[0].length ?? 0;
}
