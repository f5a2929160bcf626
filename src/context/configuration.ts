import { closest, distance } from 'fastest-levenshtein';
import type * as z from 'zod/mini';
import { type Configuration, ConfigurationSchema, type IntentPlaces, type Place } from '../domain/configuration.ts';
import { ActionError } from '../domain/errors.ts';
import type { DocumentPath, Finding, Range } from '../domain/finding.ts';
import { CONFIGURATION_PATH } from '../domain/repository.ts';
import { type Intent, IntentSchema } from '../domain/request.ts';
import { readYaml, type YamlDocument } from '../workflow/document.ts';
import { keysIn } from './known-keys.ts';
import { CONFIGURATION_RULE } from './rules.ts';

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
  const intents = request?.intents ?? [];
  return { request: request ? { version: 1, intents } : null, asked, settings, places: placesOf(document, intents) };
}

function placesOf(document: YamlDocument, intents: readonly Intent[]): IntentPlaces {
  return new Map<object, Place>(
    intents.flatMap((intent, index): (readonly [object, Place])[] => {
      const path = ['request', 'intents', index];
      const own = [intent, { path, range: document.rangeOf(path) }] as const;
      if (!('for' in intent)) return [own];
      const selector = [...path, 'for', ...Object.keys(intent.for)];
      return [own, [intent.for, { path: selector, range: document.rangeOf(selector) }]];
    }),
  );
}

function invalid(document: YamlDocument, issues: readonly z.core.$ZodIssue[]): ConfigurationError {
  // A key that is misspelt comes before the one that is missing for it.
  const found = issues.flatMap((issue) => explain(document, issue, []));
  const findings = [...found.filter(isUnknownKey), ...found.filter((finding) => !isUnknownKey(finding))];
  return isFilled(findings) ? new ConfigurationError(findings) : broken('It does not have the shape of version 1.');
}

function isUnknownKey({ message }: Finding): boolean {
  return message.includes(" has no key '");
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
    case 'too_big':
      return [finding(`${nameOf(path)} must ${most(issue)}.`, path, document.rangeOf(path))];
    case 'too_small':
      return [finding(`${nameOf(path)} must ${least(issue)}.`, path, document.rangeOf(path))];
    default:
      return [finding(`${nameOf(path)} ${issue.message || 'is not valid'}.`, path, document.rangeOf(path))];
  }
}

/** Of what a length is counted in; a number is not counted. */
const COUNTED: Readonly<Record<string, string>> = { string: ' characters', array: ' entries' };

function most({ origin, maximum }: z.core.$ZodIssueTooBig): string {
  const counted = COUNTED[origin];
  return counted === undefined ? `be at most ${maximum}` : `have at most ${maximum}${counted}`;
}

function least({ origin, minimum }: z.core.$ZodIssueTooSmall): string {
  const counted = COUNTED[origin];
  if (counted === undefined) return `be at least ${minimum}`;
  return Number(minimum) === 1 ? 'not be empty' : `have at least ${minimum}${counted}`;
}

/** Of all intents. */
const KINDS = IntentSchema.def.options.flatMap(({ shape }) => shape.kind.def.values);

/** Of the alternatives, the one that fits best speaks: the fewest faults. */
function explainUnion(document: YamlDocument, issue: z.core.$ZodIssueInvalidUnion, path: DocumentPath): Finding[] {
  // A union by `kind` has no alternatives to choose from where the kind is unknown.
  if (issue.errors.length === 0) return [missingOrWrong(document, path, listOf(KINDS))];
  const misspelt = misspeltKey(document, issue, path);
  if (misspelt) return [misspelt];
  const [best] = [...issue.errors].sort((a, b) => a.length - b.length);
  return best?.flatMap((inner) => explain(document, inner, path)) ?? [];
}

/** The one key of a mapping that must have another one, of which each alternative misses its own: a word that was misspelt. */
function misspeltKey(
  document: YamlDocument,
  { errors }: z.core.$ZodIssueInvalidUnion,
  path: DocumentPath,
): Finding | null {
  const value = valueAt(document.value, path);
  const keys = value !== null && typeof value === 'object' ? Object.keys(value) : [];
  const [key] = keys;
  const known = errors.flatMap((alternative) =>
    alternative.flatMap((it) => (it.code === 'unrecognized_keys' || it.path.length !== 1 ? [] : [String(it.path[0])])),
  );
  return key === undefined || keys.length > 1 || known.includes(key) ? null : unknownKey(document, path, key, known);
}

function missingOrWrong(document: YamlDocument, path: DocumentPath, expected: string): Finding {
  const there = valueAt(document.value, path) !== undefined;
  const message = there
    ? `${nameOf(path)} must be ${expected}.`
    : `${nameOf(path)} is missing; it must be ${expected}.`;
  return finding(message, path, document.rangeOf(path));
}

function unknownKey(
  document: YamlDocument,
  path: DocumentPath,
  key: string,
  alternatives?: readonly string[],
): Finding {
  const hint = alternatives ? misspelt(key, alternatives) : elsewhere(key);
  const message = `${nameOf(path)} has no key '${key}'${hint}`;
  return finding(message, [...path, key], document.keyRangeOf([...path, key]));
}

function misspelt(key: string, known: readonly string[]): string {
  const near = closest(key, known);
  return distance(key, near) <= Math.max(1, key.length / 3) ? `; did you mean ${near}?` : '.';
}

/** Where a key stands that is spelt as it should be; else what was probably meant. */
function elsewhere(key: string): string {
  const keys = keysIn(ConfigurationSchema);
  const known = keys.find((it) => it.key === key);
  if (!known)
    return misspelt(
      key,
      keys.map((it) => it.key),
    );
  return known.below.length === 0 ? '; it stands at the top.' : `; it stands below ${known.below.join('.')}.`;
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
  const { id: rule, level, help } = CONFIGURATION_RULE;
  return { rule, level, message, file: CONFIGURATION_PATH, path, range, aliases: [], help };
}

function isFilled<T>(list: readonly T[]): list is readonly [T, ...T[]] {
  return list.length > 0;
}
