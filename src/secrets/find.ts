import { lintSource } from '@secretlint/core';
import { secretLintProfiler } from '@secretlint/profiler';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { Position, Range } from '../domain/finding.ts';
import { OWN_PATTERNS } from './patterns.ts';

/** A place that holds a secret, and its kind; the secret itself is not passed on. */
export interface FoundSecret {
  readonly kind: string;
  readonly range: Range;
  /** Offsets in UTF-16 units, for redaction. */
  readonly start: number;
  readonly end: number;
}

// The library measures itself, keeps every measurement for ever, and searches them all for each new one: after some hundred files that is
// all it does (measured: 1,000 files in 9 s, the next 1,000 in 25 s; 2 s without). There is no option for it.
secretLintProfiler.mark = () => {};

/** Every rule of the preset but the one that lets a comment in the text switch the others off: what is judged has no say in it. */
const CONFIG = {
  rules: rules
    .filter((rule) => rule.meta.id !== '@secretlint/secretlint-rule-filter-comments')
    .map((rule) => ({ id: rule.meta.id, rule })),
};

/** The library's time grows with the square of what it finds: long texts are given to it in parts. */
const PART = 65_536;

/** What parts have in common, so that a secret across a border is whole in one of them: a private key has about 3 kB. */
const OVERLAP = 8192;

/** Every secret in a text, in order; overlapping ones as one. */
export async function findSecrets(text: string): Promise<FoundSecret[]> {
  const starts = Array.from(
    { length: Math.ceil(text.length / (PART - OVERLAP)) },
    (_, part) => part * (PART - OVERLAP),
  );
  const known = await Promise.all(starts.map((start) => knownPlaces(text.slice(start, start + PART), start)));
  const places = [...known.flat(), ...ownPlaces(text)].filter(({ start, end }) => !isLocal(text.slice(start, end)));
  const positionAt = positionsIn(text);
  return merge(places).map((place) => ({
    ...place,
    range: { start: positionAt(place.start), end: positionAt(place.end) },
  }));
}

type Place = Omit<FoundSecret, 'range'>;

async function knownPlaces(text: string, from: number): Promise<Place[]> {
  const { messages } = await lintSource({
    source: { content: text, filePath: 'input.txt', ext: '.txt', contentType: 'text' },
    options: { config: CONFIG, noPhysicFilePath: true, maskSecrets: true },
  });
  return messages.map(({ ruleId, messageId, range: [start, end] }) => ({
    kind: `${ruleId.replace(/^@secretlint\/secretlint-rule-/, '')}: ${messageId}`,
    start: from + start,
    end: from + end,
  }));
}

function ownPlaces(text: string): Place[] {
  return OWN_PATTERNS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, start: match.index, end: match.index + match[0].length })),
  );
}

/** Loopback, names of private networks, and what nobody may ever have. (RFC 2606, RFC 5737) */
const NOBODYS =
  /^(?:127\.|0\.0\.0\.0$|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.)|(?:^|\.)(?:internal|local|localhost|test|invalid|example|example\.(?:com|net|org))$/i;

/** A password for a service that only the job itself reaches (also by a bare name, as containers have) or that is nowhere keeps nobody out. */
function isLocal(found: string): boolean {
  const host = /:\/\/[^@\s]*@([^/:?#\s"']*)/.exec(found)?.[1];
  return host !== undefined && (!host.includes('.') || NOBODYS.test(host));
}

/** In order, those that overlap as one: what is cut out of a text must leave no tail of a secret behind. */
function merge(places: readonly Place[]): Place[] {
  const sorted = places.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const merged: Place[] = [];
  for (const place of sorted) {
    const last = merged.at(-1);
    if (last && place.start < last.end) merged[merged.length - 1] = { ...last, end: Math.max(last.end, place.end) };
    else merged.push(place);
  }
  return merged;
}

/** Positions for offsets that only grow: the text is walked once. */
function positionsIn(text: string): (offset: number) => Position {
  let line = 1;
  let lineStart = 0;
  return (offset) => {
    for (let next = text.indexOf('\n', lineStart); next !== -1 && next < offset; next = text.indexOf('\n', lineStart)) {
      line += 1;
      lineStart = next + 1;
    }
    return { line, column: offset - lineStart + 1 };
  };
}
