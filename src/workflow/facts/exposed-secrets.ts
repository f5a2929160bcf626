import type { DocumentPath } from '../../domain/finding.ts';
import { expressionsIn } from '../expressions/find.ts';
import { parseExpression, type Tree, treesIn } from '../expressions/tree.ts';
import { textsIn } from './texts.ts';

/** An expression that needs every secret to be handed to the runner, not the ones that are named. */
export interface ExposedSecretsFact {
  readonly path: DocumentPath;
  readonly expression: string;
  /** `all`: all of them are put in. `chosen`: one is, whose name only the run knows. */
  readonly kind: 'all' | 'chosen';
}

/** Those in any text of a workflow. */
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
