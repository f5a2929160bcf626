import { closest, distance } from 'fastest-levenshtein';
import type * as z from 'zod/mini';
import { type Configuration, ConfigurationSchema } from '../domain/configuration.ts';
import { ActionError } from '../domain/errors.ts';
import type { DocumentPath, Finding, Range } from '../domain/finding.ts';
import { CONFIGURATION_PATH } from '../domain/repository.ts';
import { readYaml, type YamlDocument } from '../workflow/document.ts';

/** A configuration that cannot be used, with everything that is wrong in it. */
export class ConfigurationError extends ActionError {
  readonly findings: readonly Finding[];

  constructor(findings: readonly [Finding, ...Finding[]]) {
    const [first] = findings;
    const { line, column } = first.range.start;
    const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
    super('CONFIGURATION_INVALID', `${first.file}:${line}:${column}: ${first.message}${more}`);
    this.findings = findings;
  }
}

/** The text of the configuration as a value. Throws ConfigurationError with the exact place of each fault. */
export function parseConfiguration(text: string): Configuration {
  const document = readYaml(text);
  const problems = document.problems.filter(({ level }) => level === 'error');
  const syntax = problems.map(({ message, range }) =>
    finding(`This is not YAML: ${message}.`.replace(/\.\.$/, '.'), [], range),
  );
  if (isFilled(syntax)) throw new ConfigurationError(syntax);
  const parsed = ConfigurationSchema.safeParse(document.value);
  if (!parsed.success) throw invalid(document, parsed.error.issues);
  const { request, asked = [], settings = {} } = parsed.data;
  return { request: request ? { version: 1, intents: request.intents } : null, asked, settings };
}

function invalid(document: YamlDocument, issues: readonly z.core.$ZodIssue[]): ConfigurationError {
  const findings = issues.flatMap((issue) => explain(document, issue, []));
  return isFilled(findings) ? new ConfigurationError(findings) : broken('It does not have the shape of version 1.');
}

function explain(document: YamlDocument, issue: z.core.$ZodIssue, above: DocumentPath): Finding[] {
  const path = [...above, ...issue.path.filter((step) => typeof step !== 'symbol')];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(document, path, key));
    case 'invalid_union':
      return explainUnion(document, issue, path);
    case 'invalid_value':
      return [missingOrWrong(document, path, listOf(issue.values))];
    case 'invalid_type':
      return [missingOrWrong(document, path, articleFor(issue.expected))];
    default:
      return [finding(`${nameOf(path)} ${issue.message || 'is not valid'}.`, path, document.rangeOf(path))];
  }
}

/** Of the alternatives, the one that fits best speaks: the fewest faults. */
function explainUnion(document: YamlDocument, issue: z.core.$ZodIssueInvalidUnion, path: DocumentPath): Finding[] {
  // A union by `kind` has no alternatives to choose from where the kind is unknown.
  if (issue.errors.length === 0)
    return [finding(`${nameOf(path)} is of no kind that there is.`, path, document.rangeOf(path))];
  const [best] = [...issue.errors].sort((a, b) => a.length - b.length);
  return best?.flatMap((inner) => explain(document, inner, path)) ?? [];
}

function missingOrWrong(document: YamlDocument, path: DocumentPath, expected: string): Finding {
  const there = valueAt(document.value, path) !== undefined;
  const message = there
    ? `${nameOf(path)} must be ${expected}.`
    : `${nameOf(path)} is missing; it must be ${expected}.`;
  return finding(message, path, document.rangeOf(path));
}

const KNOWN_KEYS = [
  'version',
  'request',
  'asked',
  'settings',
  'intents',
  'words',
  'facts',
  'paths',
  'include',
  'exclude',
  'fail-on',
  'bots',
  'prices',
];

function unknownKey(document: YamlDocument, path: DocumentPath, key: string): Finding {
  const near = closest(key, KNOWN_KEYS);
  const hint = distance(key, near) <= Math.max(2, key.length / 3) ? `; did you mean ${near}?` : '.';
  return finding(`${nameOf(path)} has no key '${key}'${hint}`, [...path, key], document.keyRangeOf([...path, key]));
}

function nameOf(path: DocumentPath): string {
  return path.length === 0 ? 'The configuration' : path.join('.');
}

function listOf(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(' or ');
}

function articleFor(expected: string): string {
  const words: Readonly<Record<string, string>> = {
    object: 'a mapping',
    array: 'a list',
    string: 'text',
    boolean: 'true or false',
    int: 'a whole number',
  };
  return words[expected] ?? `a ${expected}`;
}

function valueAt(value: unknown, path: DocumentPath): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      at !== null && typeof at === 'object' ? (at as Readonly<Record<string | number, unknown>>)[step] : undefined,
    value,
  );
}

/** One fault that is about the whole file. */
export function broken(message: string): ConfigurationError {
  const at = { line: 1, column: 1 };
  return new ConfigurationError([finding(message, [], { start: at, end: at })]);
}

function finding(message: string, path: DocumentPath, range: Range): Finding {
  const help = 'The file has: version, request.intents, asked, settings; docs/requests.md shows them.';
  return { rule: 'configuration', level: 'error', message, file: CONFIGURATION_PATH, path, range, aliases: [], help };
}

function isFilled<T>(list: readonly T[]): list is readonly [T, ...T[]] {
  return list.length > 0;
}
