import type { DocumentPath, Finding, Level, Range } from '../domain/finding.ts';
import { fill, type Rule } from '../domain/rule.ts';
import { OWN_RULES } from './own-rules.ts';

export type OwnRuleId = (typeof OWN_RULES)[number]['id'];

export interface OwnFinding {
  readonly rule: OwnRuleId;
  readonly file: string;
  readonly path?: DocumentPath;
  /** The start of the file where there is no better place. */
  readonly range?: Range;
  /** Instead of the rule's own. */
  readonly level?: Level;
  /** Values for the rule's message. */
  readonly params?: Readonly<Record<string, string>>;
}

const START: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

const RULES = new Map<string, Rule>(OWN_RULES.map((rule) => [rule.id, rule]));

/** A finding in the words of its rule. */
export function ownFinding({ rule: id, file, path = [], range = START, level, params = {} }: OwnFinding): Finding {
  const { message = id, level: usual = 'error', aliases = [], help = '' } = RULES.get(id) ?? {};
  return { rule: id, level: level ?? usual, message: fill(message, params), file, path, range, aliases, help };
}
