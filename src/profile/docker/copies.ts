import { Add, Copy, Run } from 'dockerfile-ast';
import type { Word } from '../word.ts';
import type { Step } from './evaluate.ts';

/** What COPY, ADD and bind mounts take from the build context: not of another stage, no address, no here-document. */
export function contextSources(step: Step): Word[] {
  const { instruction } = step;
  if (instruction instanceof Run) return mountedSources(instruction, step.content);
  if (!(instruction instanceof Copy || instruction instanceof Add) || copiedFrom(step) !== null) return [];
  if (step.words.some(({ value }) => value.startsWith('<<'))) return [];
  return pathsOf(step)
    .slice(0, -1)
    .filter(({ value }) => value !== '' && !/^(https?|ftp|git|ssh):|^git@/.test(value));
}

/** The stage or image that COPY takes from; null where it takes from the build context. */
export function copiedFrom({ instruction }: Step): string | null {
  if (!(instruction instanceof Copy)) return null;
  const [flag] = instruction.getFlags().filter((it) => it.getName() === 'from');
  return flag ? (flag.getValue() ?? '') : null;
}

/** The paths as words; the parser takes the JSON form apart at blanks. */
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
function mountedSources(run: Run, { at }: Word): Word[] {
  return run.getFlags().flatMap((flag) => {
    if (flag.getName() !== 'mount') return [];
    const options = new Map((flag.getValue() ?? '').split(',').map((pair) => splitPair(pair)));
    const source = options.get('source') ?? options.get('src');
    const line = { file: at[0].file, line: flag.getRange().start.line + 1 };
    const isBind = (options.get('type') ?? 'bind') === 'bind' && !options.has('from');
    return isBind && source ? [{ value: source, at: [line] as const }] : [];
  });
}

function splitPair(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}
