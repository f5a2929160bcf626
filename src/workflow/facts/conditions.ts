import { parseCondition } from '../expressions/evaluate.ts';
import { type Tree, treesIn } from '../expressions/tree.ts';
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

/** Who caused the event last, which a bot can be made to be. (zizmor: bot-conditions) */
const LAST_ACTORS = new Set(['github.actor', 'github.triggering_actor', 'github.event.sender.login']);

/** Of an `if` that lets somebody pass as a bot, what it takes them for it by; null where there is none. One that keeps bots out is no such thing. */
export function supposedBot(condition: unknown): string | null {
  const text = asText(condition);
  if (text === null || !/\[bot\]/i.test(text)) return null;
  return admittedIn(parseCondition(text))[0] ?? null;
}

function admittedIn(tree: Tree | null): string[] {
  // Whose work it is is asked as well.
  if (tree?.kind === 'and' && tree.of.some((one) => AUTHOR.test(botIn(one) ?? ''))) return [];
  if (tree?.kind === 'and' || tree?.kind === 'or') return tree.of.flatMap(admittedIn);
  const context = botIn(tree);
  return context !== null && LAST_ACTORS.has(context) ? [context] : [];
}

/** What is compared with the name of a bot; null of any other tree. */
function botIn(tree: Tree | null): string | null {
  if (tree?.kind !== 'compare' || tree.operator !== '==') return null;
  const { left, right } = tree;
  const [one, other] = left.kind === 'context' ? [left, right] : [right, left];
  return one.kind === 'context' && other.kind === 'literal' && /\[bot\]$/i.test(String(other.value))
    ? one.path.join('.')
    : null;
}

const AUTHOR = /^github\.event\.[\w.]+\.(?:user|author)\.login$/;
