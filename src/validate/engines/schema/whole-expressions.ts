import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { isBasicExpression, isMapping, isSequence } from '@actions/workflow-parser/templates/tokens/type-guards';

/** Of a job and of a step what may be one expression, and what the parser's conversion wants as a mapping all the same. */
const WHOLE: readonly string[] = ['env', 'services'];

/**
 * Takes out of a workflow that the schema has taken what its conversion refuses though GitHub runs it: `env` and `services` that are one
 * expression. Where an expression may stand is said by the schema, before. (@actions/workflow-parser 0.3.61)
 */
export function dropWholeExpressions(workflow: TemplateToken): void {
  for (const job of valuesOf(childOf(workflow, 'jobs'))) {
    dropFrom(job);
    for (const step of valuesOf(childOf(job, 'steps'))) dropFrom(step);
  }
}

function dropFrom(token: TemplateToken): void {
  if (!isMapping(token)) return;
  for (let index = token.count - 1; index >= 0; index--) {
    const { key, value } = token.get(index);
    if (WHOLE.includes(key.toString()) && isBasicExpression(value)) token.remove(index);
  }
}

function childOf(token: TemplateToken, key: string): TemplateToken | undefined {
  return isMapping(token) ? token.find(key) : undefined;
}

function valuesOf(token: TemplateToken | undefined): TemplateToken[] {
  if (token === undefined) return [];
  if (isMapping(token)) return [...token].map(({ value }) => value);
  return isSequence(token) ? [...token] : [];
}
