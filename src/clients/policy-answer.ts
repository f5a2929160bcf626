import type { Level } from '../domain/finding.ts';
import type { PolicyFinding } from '../domain/policy.ts';

const LEVELS: readonly unknown[] = ['error', 'warning', 'note'] satisfies readonly Level[];

/**
 * The findings in what an entrypoint of a policy gave: `[{"result": […]}]`, or nothing where it is undefined. Null where it is something
 * else: policies of other people may give anything. By hand, for a library of schemas would be a tenth of what the thread loads.
 */
export function findingsIn(answer: unknown): PolicyFinding[] | null {
  if (!Array.isArray(answer)) return null;
  const [first] = answer as readonly unknown[];
  if (first === undefined) return [];
  const { result } = isObject(first) ? first : {};
  if (!Array.isArray(result)) return null;
  const findings = result.map(findingOf);
  return findings.every((finding) => finding !== null) ? findings : null;
}

function findingOf(value: unknown): PolicyFinding | null {
  if (!isObject(value)) return null;
  const { rule, path = [], params = {}, level, message } = value;
  if (typeof rule !== 'string' || !isPath(path) || !isObject(params) || !isLevel(level) || !isText(message))
    return null;
  return {
    rule,
    path,
    params: Object.fromEntries(Object.entries(params).map(([name, it]) => [name, String(it)])),
    ...(level === undefined ? {} : { level }),
    ...(message === undefined ? {} : { message }),
  };
}

function isPath(value: unknown): value is (string | number)[] {
  return Array.isArray(value) && value.every((step) => typeof step === 'string' || typeof step === 'number');
}

function isLevel(value: unknown): value is Level | undefined {
  return value === undefined || LEVELS.includes(value);
}

function isText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
