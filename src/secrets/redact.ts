import { findSecrets } from './find.ts';
import { REDACTED } from './suspicion.ts';

/** The text without secrets: exact values that are known first, then whatever looks like one. */
export async function redact(text: string, known: readonly string[]): Promise<string> {
  const values = known.filter((value) => value.length >= 4).sort((a, b) => b.length - a.length);
  const clean = values.reduce((so, value) => so.replaceAll(value, REDACTED), text);
  const found = await findSecrets(clean);
  return found.reduceRight((so, { start, end }) => so.slice(0, start) + REDACTED + so.slice(end), clean);
}
