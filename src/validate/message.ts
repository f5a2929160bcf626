import { trimEnd } from '../domain/trim-end.ts';

/** The words of a library as the beginning of a sentence of ours: without the stop at their end. */
export function clause(words: string): string {
  return trimEnd(words, '. \n\r\t');
}

/** Names of the parser's types, in words. */
const TYPES: Readonly<Record<string, string>> = {
  BasicExpression: 'an expression',
  Boolean: 'true or false',
  Mapping: 'a mapping',
  Null: 'nothing',
  Number: 'a number',
  Sequence: 'a list',
  String: 'a text',
};

/** What GitHub's parser says, for people who do not know its types. */
export function parserClause(words: string): string {
  return clause(words).replace(
    /^Unexpected type '(\w{1,40})Token' encountered while reading '([^']{1,80})'\. The type '(\w{1,40})Token' was expected$/,
    (whole, found: string, place: string, wanted: string) =>
      TYPES[found] && TYPES[wanted] ? `The ${place} is ${TYPES[found]}, where GitHub takes ${TYPES[wanted]}` : whole,
  );
}
