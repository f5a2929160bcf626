import { evaluateText } from '../expressions/evaluate.ts';
import { expressionsIn } from '../expressions/find.ts';
import { parseExpression, type Tree, treesIn } from '../expressions/tree.ts';
import type { Value } from '../expressions/value.ts';
import { possibleTexts, type Scope } from './flows.ts';
import type { Situation } from './situations.ts';
import { asTexts, isDynamic, isMapping } from './values.ts';

/** On whose machine a job may run in a situation, as far as its labels tell. */
export interface RunnerFact {
  /**
   * GitHub's own machines have one label with a version; bare names of systems and processors are given to registered machines alone. A group
   * may hold both, and tells nothing.
   */
  readonly selfHosted: boolean;
  /** The first label that may be anybody's: a larger machine of GitHub's, or one of the owner. Null where there is none. */
  readonly unknown: string | null;
}

/** The runner of a job in each of the situations. Labels that are written out are the same in all of them. */
export function readRunners(
  runsOn: unknown,
  scope: Scope,
  situations: readonly Situation[],
): readonly (RunnerFact & { readonly situation: Situation })[] {
  const texts = asTexts(isMapping(runsOn) ? runsOn.labels : runsOn);
  const fixed = texts.some(isDynamic) ? null : runnerOf(texts);
  return situations.map((situation) => ({ situation, ...(fixed ?? chosen(texts, scope, situation)) }));
}

/** What is chosen by what nobody knows here, such as how the name of the repository ends, may be neither of the two. */
function chosen(texts: readonly string[], scope: Scope, situation: Situation): RunnerFact {
  const runner = runnerOf(decided(texts, scope, situation));
  const isSure = texts.some((text) => {
    const own = decided([text], scope, situation).map((one) => runnerOf([one]).selfHosted);
    const isOpen = textsOf(evaluateText(text, situation.assumed)) === null && choosesByContext(text);
    return isOpen ? own.every((isOne) => isOne) : own.includes(true);
  });
  return runner.selfHosted && !isSure ? { selfHosted: false, unknown: 'self-hosted' } : runner;
}

/** A job of a matrix is each of its rows, and a repository that is named is the one that the file is written for. */
function choosesByContext(text: string): boolean {
  const trees = expressionsIn(text).flatMap((source) => treesIn(parseExpression(source)));
  const isChoice = trees.some((tree) => tree.kind === 'and' || (tree.kind === 'call' && tree.name === 'case'));
  const named = new Set(
    trees.flatMap((tree) => (tree.kind === 'compare' ? [tree.left, tree.right] : [])).filter(isRepository),
  );
  return isChoice && trees.some((tree) => tree.kind === 'context' && tree.path[0] !== 'matrix' && !named.has(tree));
}

function isRepository(tree: Tree): boolean {
  return tree.kind === 'context' && /^github\.repository(?:_owner)?$/.test(tree.path.join('.'));
}

function decided(texts: readonly string[], scope: Scope, { assumed }: Situation): string[] {
  return texts.flatMap((text) => textsOf(evaluateText(text, assumed)) ?? possibleTexts(text, scope));
}

function runnerOf(texts: readonly string[]): RunnerFact {
  const labels = texts.flatMap(labelsIn).filter((label) => label !== '' && !isDynamic(label));
  return {
    selfHosted: labels.some(isOwn),
    unknown: labels.find((label) => !isOwn(label) && !/^(?:ubuntu|windows|macos)-/i.test(label)) ?? null,
  };
}

const OWN_LABELS = new Set(['self-hosted', 'linux', 'windows', 'macos', 'x64', 'arm64', 'arm']);

function isOwn(label: string): boolean {
  return OWN_LABELS.has(label.toLowerCase());
}

function textsOf(value: Value): string[] | null {
  if (value.kind === 'known') return [String(value.value ?? '')];
  return value.kind === 'list' ? value.items.flatMap((item) => textsOf(item) ?? []) : null;
}

/** The labels of a text: one that `fromJSON` reads may be a list of them. */
export function labelsIn(text: string): string[] {
  if (!/^\s*[["]/.test(text)) return [text];
  try {
    return asTexts(JSON.parse(text));
  } catch {
    return [text];
  }
}
