import type { Meaning } from '../meaning.ts';

/** Phrases that mean the same, with `|` between them. */
export type Row = readonly [phrases: string, meaning: Meaning];
