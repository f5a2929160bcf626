import type { Evidence } from '../domain/evidence.ts';
import type { Snapshot } from './snapshot.ts';

/** A line of a file. */
export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** A text of a file with the lines that it comes from: its own first, then those of the variables in it. Never without one. */
export interface Word {
  readonly value: string;
  readonly at: readonly [Place, ...Place[]];
}

/** Finds the value of a variable; null where it is not known. */
export type LookUp = (name: string) => Word | null;

/** The lines of a word as evidence. */
export function cite(snapshot: Snapshot, { at }: Word): Evidence[] {
  return at.map(({ file, line }) => snapshot.evidence(file, line));
}

/** The word with so much of a command as any person writes. */
export function shortened(word: Word): Word {
  return { ...word, value: word.value.slice(0, LONGEST) };
}

/** A word of one line. */
export function wordAt(value: string, file: string, line: number): Word {
  return { value, at: [{ file, line }] };
}

/**
 * `$$` is a dollar; `$NAME`, or `${…}` with what stands behind the name: `:-default`, `-default`, `:?message`, `?message`, `:+other`, `+other`,
 * in which variables may stand as well.
 */
const VARIABLE =
  /\$(?:\$|\{(\w{1,100})(?:(:?[-?+])([^{}]{0,300}(?:\$\{[^{}]{0,300}\}[^{}]{0,300}){0,3}))?\}|(\w{1,100}))/g;

/** No word or command of a person is longer. Variables that hold variables double a text with every line: such a word stays as it is written. */
const LONGEST = 2_000;
const MOST_PLACES = 5;

/**
 * The word with its variables put in, and their lines added, as Dockerfiles and compose files read them. What `unknown` gives stands
 * for a variable without value or default.
 */
export function expand(word: Word, lookUp: LookUp, unknown: (written: string) => string): Word {
  if (!word.value.includes('$')) return word;
  const found: Word[] = [];
  const value = word.value.replace(VARIABLE, (written, braced?: string, sign = '', rest = '', plain?: string) => {
    const name = braced ?? plain;
    if (name === undefined) return '$';
    const known = lookUp(name);
    const isSet = known !== null && (known.value !== '' || !sign.startsWith(':'));
    if (known && isSet && !sign.endsWith('+')) {
      found.push(known);
      return known.value;
    }
    if (sign.endsWith('+') && !isSet) return '';
    if (!/[-+]$/.test(sign)) return unknown(written);
    const inner = expand({ ...word, value: rest }, lookUp, unknown);
    found.push(inner);
    return inner.value;
  });
  if (value.length > LONGEST) return word;
  const [own] = word.at;
  const others = found.flatMap(({ at }) => at).filter(({ file, line }) => file !== own.file || line !== own.line);
  return { value, at: [own, ...others.slice(0, MOST_PLACES)] };
}
