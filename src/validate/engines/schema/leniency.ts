import { StringToken, type TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import {
  isBasicExpression,
  isMapping,
  isSequence,
  isString,
} from '@actions/workflow-parser/templates/tokens/type-guards';

/** Of a job and of a step what may be one expression, and what the parser's conversion wants as a mapping all the same. */
const WHOLE: readonly string[] = ['env', 'services'];

/**
 * Takes out of a workflow that the schema has taken what its conversion refuses though GitHub runs it. Where an expression may stand, and of
 * what types values are, is said by the schema, before. (@actions/workflow-parser 0.3.61; each is run by public repositories)
 */
export function takeAsGitHub(workflow: TemplateToken): void {
  const on = childOf(workflow, 'on');
  for (const entry of valuesOf(childOf(on, 'schedule'))) trimCron(entry);
  for (const event of ['workflow_dispatch', 'workflow_call'])
    for (const input of valuesOf(childOf(childOf(on, event), 'inputs'))) readAsText(input);
  for (const job of valuesOf(childOf(workflow, 'jobs'))) {
    dropWholeExpressions(job);
    for (const step of valuesOf(childOf(job, 'steps'))) dropWholeExpressions(step);
  }
}

/** `env` and `services` that are one expression. */
function dropWholeExpressions(token: TemplateToken): void {
  drop(token, (key, value) => WHOLE.includes(key) && isBasicExpression(value));
}

/** A block of text ends in a line break. */
function trimCron(token: TemplateToken): void {
  const cron = childOf(token, 'cron');
  if (!isMapping(token) || cron === undefined || !isString(cron) || cron.value === cron.value.trim()) return;
  drop(token, (key) => key === 'cron');
  const key = new StringToken(cron.file, cron.range, 'cron', undefined);
  token.add(key, new StringToken(cron.file, cron.range, cron.value.trim(), undefined));
}

/** What stands as a number or as `true` is a text where the input is one, and the other way round; and options that nobody is shown are passed over. */
function readAsText(input: TemplateToken): void {
  const type = childOf(input, 'type')?.toString() ?? 'string';
  drop(
    input,
    (key, value) =>
      (key === 'default' && (type === 'boolean' ? isTruth(value) : !isString(value))) ||
      (key === 'options' && type !== 'choice'),
  );
}

function isTruth(value: TemplateToken): boolean {
  return isString(value) && /^(?:true|false)$/.test(value.value);
}

function drop(token: TemplateToken, isDropped: (key: string, value: TemplateToken) => boolean): void {
  if (!isMapping(token)) return;
  for (let index = token.count - 1; index >= 0; index--) {
    const { key, value } = token.get(index);
    if (isDropped(key.toString(), value)) token.remove(index);
  }
}

function childOf(token: TemplateToken | undefined, key: string): TemplateToken | undefined {
  return token !== undefined && isMapping(token) ? token.find(key) : undefined;
}

function valuesOf(token: TemplateToken | undefined): TemplateToken[] {
  if (token === undefined) return [];
  if (isMapping(token)) return [...token].map(({ value }) => value);
  return isSequence(token) ? [...token] : [];
}
