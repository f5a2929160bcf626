import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import type { Range } from '../domain/finding.ts';

/** A place that holds a secret, and its kind; the secret itself is not passed on. */
export interface FoundSecret {
  readonly kind: string;
  readonly range: Range;
  /** Offsets in UTF-16 units, for redaction. */
  readonly start: number;
  readonly end: number;
}

const CONFIG = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] };

/** Kinds that secretlint's preset does not know. (reference: measured misses of the preset on synthetic secrets) */
const PATTERNS: readonly (readonly [string, RegExp])[] = [
  ['JSON Web Token', /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/g],
  ['bearer token', /\bauthorization:\s*bearer\s+(?!\$)[A-Za-z0-9._~+/-]{20,}/gi],
  ['Grafana token', /\bglc_[A-Za-z0-9+/=]{32,}/g],
  [
    'password in an address',
    /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@$]+:(?!\$)[^\s:/@$]{6,}@(?!localhost\b|127\.0\.0\.1\b|\[::1\])[\w.-]+/gi,
  ],
];

/** Every secret in a text, in order; overlapping ones once. */
export async function findSecrets(text: string): Promise<FoundSecret[]> {
  const { messages } = await lintSource({
    source: { content: text, filePath: 'input.txt', ext: '.txt', contentType: 'text' },
    options: { config: CONFIG, noPhysicFilePath: true, maskSecrets: true },
  });
  const known = messages.map(({ ruleId, messageId, range: [start, end] }) => ({
    kind: kindOf(ruleId, messageId),
    start,
    end,
  }));
  const own = PATTERNS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, start: match.index, end: match.index + match[0].length })),
  );
  const sorted = [...known, ...own].sort((a, b) => a.start - b.start || b.end - a.end);
  const distinct = sorted.filter((one, index) => !sorted.slice(0, index).some((other) => other.end > one.start));
  return distinct.map((one) => ({
    ...one,
    range: { start: positionAt(text, one.start), end: positionAt(text, one.end) },
  }));
}

function kindOf(ruleId: string, messageId: string): string {
  return `${ruleId.replace(/^@secretlint\/secretlint-rule-/, '')}: ${messageId}`;
}

function positionAt(text: string, offset: number) {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
