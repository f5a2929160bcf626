import { trimEnd } from '../domain/trim-end.ts';

/** The words of a library as the beginning of a sentence of ours: without the stop at their end. */
export function clause(words: string): string {
  return trimEnd(words, '. \n\r\t');
}
