import { type Refusal, type RefusalRule, refusal } from '../../domain/refusal.ts';
import { PATTERNS } from './words/refused.ts';

interface Compiled {
  readonly rule: RefusalRule;
  readonly all: readonly (readonly string[])[];
  readonly unless: readonly string[];
}

const COMPILED: readonly Compiled[] = PATTERNS.map(({ rule, all, unless }) => ({
  rule,
  all: all.map(phrases),
  unless: unless === undefined ? [] : phrases(unless),
}));

/** `|` parts phrases; `||` is a bar that is meant. */
function phrases(text: string): string[] {
  return text
    .replaceAll('||| ', '|\u0001\u0001 ')
    .replaceAll('|| ', '|\u0001 ')
    .replace(/^\| /, '\u0001 ')
    .split('|')
    .map((phrase) => phrase.replaceAll('\u0001', '|'));
}

/** What in some words may not be asked for: the first rule that they break. Pronouns are followed one sentence back: what was named there is meant. */
export function refusalsIn(words: string): readonly Refusal[] {
  const sentences = sentencesOf(words);
  const pairs = sentences.flatMap((sentence, index) =>
    index > 0 && PRONOUN.test(sentence) ? [`${sentences[index - 1]}${sentence}`] : [],
  );
  const found = COMPILED.find((pattern) => [...sentences, ...pairs].some((words) => isBroken(pattern, words)));
  return found ? [refusal(found.rule)] : [];
}

const PRONOUN = / (them|it|this|that|those|these|they|all that) /;

function isBroken({ all, unless }: Compiled, sentence: string): boolean {
  return (
    all.every((some) => some.some((phrase) => says(sentence, phrase))) &&
    !unless.some((phrase) => says(sentence, phrase))
  );
}

/** Words stand whole; what begins with a sign may stand inside of one. */
function says(sentence: string, phrase: string): boolean {
  return /^[@$|<]/.test(phrase) ? sentence.includes(phrase) : sentence.includes(` ${phrase} `);
}

/** Lower case, one space around every word, punctuation away. */
function sentencesOf(words: string): string[] {
  return words
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[.!?;](?=\s|$)|\n/)
    .map(
      (sentence) =>
        ` ${sentence
          .replace(/'s(?=[\s,])/g, '')
          .replace(/[,:()"\u201c\u201d`]+(?=\s|$)/g, ' ')
          .replace(/(^|\s)[("\u201c\u201d`]+/g, ' ')
          .trim()
          .replace(/\s+/g, ' ')} `,
    );
}
