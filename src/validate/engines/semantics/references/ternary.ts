import type { Tree } from '../../../../workflow/expressions/tree.ts';
import type { Fault } from '../check.ts';

/** `a && '' || b`, meant as a choice: where the value for yes is empty, false, 0 or null, it is always `b`. (zizmor: unsound-ternary) */
export function ternaryFault(tree: Tree): Omit<Fault, 'path'> | null {
  const [chosen] = tree.kind === 'or' ? tree.of : [];
  const value = chosen?.kind === 'and' ? chosen.of.at(-1) : undefined;
  return value?.kind === 'literal' && !value.value
    ? { rule: 'unsound-ternary', params: { value: value.value === '' ? "''" : String(value.value) } }
    : null;
}
