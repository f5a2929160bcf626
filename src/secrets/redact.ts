import { findSecrets } from './find.ts';
import { REDACTED } from './suspicion.ts';

/** The text without secrets: exact values that are known first, then whatever looks like one. */
export async function redact(text: string, known: readonly string[]): Promise<string> {
  const values = known.filter((value) => value.length >= 4).sort((a, b) => b.length - a.length);
  const clean = values.reduce((so, value) => so.replaceAll(value, REDACTED), text);
  const found = await findSecrets(clean);
  const between = found.map(({ start }, index) => clean.slice(found[index - 1]?.end ?? 0, start));
  return [...between, clean.slice(found.at(-1)?.end ?? 0)].join(REDACTED);
}
