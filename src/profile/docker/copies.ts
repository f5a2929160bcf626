import { type Word, wordAt } from '../word.ts';
import type { Step } from './evaluate.ts';

/** What COPY, ADD and bind mounts take from the build context: not of another stage, no address, no here-document. */
export function contextSources(step: Step): Word[] {
  if (step.keyword === 'RUN') return mountedSources(step);
  if ((step.keyword !== 'COPY' && step.keyword !== 'ADD') || copiedFrom(step) !== null) return [];
  if (step.words.some(({ value }) => value.startsWith('<<'))) return [];
  return pathsOf(step)
    .slice(0, -1)
    .filter(({ value }) => value !== '' && !/^(https?|ftp|git|ssh):|^git@/.test(value));
}

/** The stage or image that COPY takes from; null where it takes from the build context. */
export function copiedFrom({ keyword, instruction }: Step): string | null {
  return (keyword === 'COPY' && instruction.flags.find(({ name }) => name === 'from')?.value) || null;
}

/** The paths as words, in whichever form they are written. */
function pathsOf({ words, content }: Step): readonly Word[] {
  if (!content.value.trimStart().startsWith('[')) return words;
  return jsonStrings(content.value).map((value) => ({ value, at: content.at }));
}

/** The strings of a JSON list; none where it is no such list. */
export function jsonStrings(text: string): string[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  } catch {
    return [];
  }
}

/** `--mount=type=bind,source=…` without `from`. */
function mountedSources({ instruction, content }: Step): Word[] {
  return instruction.flags.flatMap(({ name, value, line }) => {
    if (name !== 'mount') return [];
    const options = new Map(value.split(',').map((pair) => splitPair(pair)));
    const source = options.get('source') ?? options.get('src');
    const isBind = (options.get('type') ?? 'bind') === 'bind' && !options.has('from');
    return isBind && source ? [wordAt(source, content.at[0].file, line)] : [];
  });
}

function splitPair(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}
