// Writes src/prompt/reader/words/real-words.ts anew, which must be done whenever the vocabulary grows. Standard input: the 40,000 most frequent
// words of English, one a line, as the Python package wordfreq 3 gives them:
//
//   python -c "import wordfreq; print(*wordfreq.top_n_list('en', 40000), sep='\n')" | node scripts/real-words.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { lexiconFor } from '../src/prompt/reader/text/lexicon.ts';
import { nearestWord } from '../src/prompt/reader/text/spelling.ts';
import { readValue } from '../src/prompt/reader/text/values.ts';

const FILE = new URL('../src/prompt/reader/words/real-words.ts', import.meta.url);
const WIDTH = 110;

/** Frequent, and slips all the same. */
const SLIPS: ReadonlySet<string> = new Set(['teh', 'cna', 'nad', 'pleas', 'seperate']);

const lexicon = lexiconFor({ units: [], services: [], tasks: [], ignored: [], warnings: [] });
const words = readFileSync(0, 'utf8').split('\n').filter(isTakenForAnother);
const text = readFileSync(FILE, 'utf8');
const [head = '', , tail = ''] = text.split(/(?<=`\n)([\s\S]*?)(?=\n`)/, 3);
writeFileSync(FILE, `${head}${linesOf([...new Set(words)].sort()).join('\n')}${tail}`);

function isTakenForAnother(word: string): boolean {
  if (SLIPS.has(word)) return false;
  const isKnown = lexicon.words.has(word) || readValue({ kind: 'word', text: word, raw: word }) !== null;
  return !isKnown && nearestWord(word, lexicon) !== null;
}

function linesOf(all: readonly string[]): string[] {
  const lines: string[] = [];
  for (const word of all) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
