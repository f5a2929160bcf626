import { parseCondition } from '../expressions/evaluate.ts';
import { treesIn } from '../expressions/tree.ts';
import { asText } from './values.ts';

/** A condition that looks for a name inside one text, where it means one of several: `contains('a ab', github.ref)` holds for a part too. */
export interface UnsoundFact {
  /** What is looked for. */
  readonly context: string;
  /** Whether somebody else can choose it. */
  readonly free: boolean;
}

/** What people other than the workflow's author name. (zizmor: unsound-contains) */
const FREE = new Set([
  'github.actor',
  'github.base_ref',
  'github.head_ref',
  'github.ref',
  'github.ref_name',
  'github.triggering_actor',
]);
const FREE_CONTEXTS = new Set(['env', 'inputs']);

/** The first such part of an `if`, one that others can choose before all; null where there is none. */
export function unsoundContains(condition: unknown): UnsoundFact | null {
  const text = asText(condition);
  if (text === null || !/contains/i.test(text)) return null;
  const found = treesIn(parseCondition(text)).flatMap((tree) => {
    if (tree.kind !== 'call' || tree.name !== 'contains') return [];
    const [whole, part] = tree.arguments;
    if (whole?.kind !== 'literal' || typeof whole.value !== 'string' || part?.kind !== 'context') return [];
    const context = part.path.join('.');
    return [{ context, free: FREE.has(context) || FREE_CONTEXTS.has(part.path[0] ?? '') }];
  });
  return found.find(({ free }) => free) ?? found[0] ?? null;
}
