import type { DocumentPath } from '../../domain/finding.ts';
import { expressionsIn } from '../expressions/find.ts';
import { parseExpression, type Tree, treesIn } from '../expressions/tree.ts';

/** An expression that needs every secret to be handed to the runner, not the ones that are named. */
export interface ExposedSecretsFact {
  readonly path: DocumentPath;
  readonly expression: string;
  /** `all`: all of them are put in. `chosen`: one is, whose name only the run knows. */
  readonly kind: 'all' | 'chosen';
}

/** Those in any text of a workflow. What an alias repeats is looked at once. */
export function exposedSecrets(workflow: unknown): ExposedSecretsFact[] {
  return textsIn(workflow)
    .filter(({ text }) => text.includes('${{') && /secrets/i.test(text))
    .flatMap(({ text, path }) =>
      [...new Set(expressionsIn(text))].flatMap((expression) => {
        const kind = exposure(expression);
        return kind === null ? [] : [{ path, expression, kind }];
      }),
    );
}

function exposure(expression: string): ExposedSecretsFact['kind'] | null {
  const trees = treesIn(parseExpression(expression));
  if (trees.some((tree) => tree.kind === 'call' && tree.arguments.some(isAll))) return 'all';
  return trees.some((tree) => tree.kind === 'context' && tree.path[0] === 'secrets' && tree.path[1] === '*')
    ? 'chosen'
    : null;
}

/** `secrets`, or `secrets.*`, which an index that is computed is read as as well. */
function isAll(tree: Tree): boolean {
  return tree.kind === 'context' && tree.path[0] === 'secrets' && tree.path.length === 1;
}

interface TextAt {
  readonly text: string;
  readonly path: DocumentPath;
}

/** Without recursion: a document may be nested as deeply as it likes. */
function textsIn(value: unknown): TextAt[] {
  const found: TextAt[] = [];
  const seen = new Set<object>();
  const open: { readonly value: unknown; readonly path: DocumentPath }[] = [{ value, path: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value: here, path } = next;
    if (typeof here === 'string') found.push({ text: here, path });
    if (typeof here !== 'object' || here === null || seen.has(here)) continue;
    seen.add(here);
    const children = Array.isArray(here) ? [...here.entries()] : Object.entries(here);
    open.push(...children.map(([step, child]) => ({ value: child as unknown, path: [...path, step] })));
  }
  return found;
}
