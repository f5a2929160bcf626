import type { DocumentPath } from '../../../domain/finding.ts';
import { linesOf } from '../../lines.ts';
import { oncePerFile } from '../../once.ts';

/** What the dot stands for at a line of a template of Helm, from 1: a place below the chart's values; null where that is not known, or is everything. */
export const dotsIn = oncePerFile((snapshot, file): readonly (DocumentPath | null)[] => {
  const scopes: (DocumentPath | null)[] = [];
  const dot = () => scopes.at(-1) ?? null;
  return linesOf(snapshot.text(file) ?? '').map(({ text }) => {
    const before = dot();
    for (const [, word = '', rest = ''] of text.matchAll(STEP)) {
      if (word === 'end') scopes.pop();
      else if (scopes.length < DEEPEST) scopes.push(opened(word, rest, dot()));
    }
    return before;
  });
});

/** A line on which a block begins or ends. (helm.sh, "Flow Control") */
const STEP = /\{\{-?\s{0,8}(end|if|with|range|define|block)\b([^{}]{0,200})\}\}/g;

/** No template nests more of them. */
const DEEPEST = 50;

function opened(word: string, rest: string, outer: DocumentPath | null): DocumentPath | null {
  if (word === 'if') return outer;
  return word === 'with' ? placeOf(rest.replace(/-?$/, '').trim(), outer) : null;
}

/** The place below the values that an expression names: by `.Values`, or from what the dot stands for; null for any other. */
export function placeOf(expression: string, dot: DocumentPath | null): DocumentPath | null {
  const [, path] = /^\$?\.Values\.([\w.]{1,200})$/.exec(expression) ?? [];
  if (path !== undefined) return path.split('.');
  const [, below] = /^\.((?:\w[\w.]{0,200})?)$/.exec(expression) ?? [];
  if (dot === null || below === undefined) return null;
  return below === '' ? dot : [...dot, ...below.split('.')];
}
