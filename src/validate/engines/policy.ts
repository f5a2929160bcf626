import type { DocumentPath, Finding, Range } from '../../domain/finding.ts';
import type { Policy, PolicyFinding } from '../../domain/policy.ts';
import type { Rule } from '../../domain/rule.ts';
import { workflowFacts } from '../../workflow/facts/facts.ts';
import type { Engine, JudgedDocument } from '../engine.ts';
import { requestFacts } from '../request-facts.ts';

/** The policies, ours first, over facts of the document. A rule without a catalogue entry speaks for itself. */
export function policyEngine(policies: readonly Policy[], rules: ReadonlyMap<string, Rule>): Engine {
  return {
    name: 'policy',
    judge: (document) => {
      const input = inputOf(document);
      if (input === null) return [];
      return policies
        .flatMap((policy) => policy.evaluate(input))
        .map((found) => explain(document, found, rules.get(found.rule)));
    },
  };
}

function inputOf(document: JudgedDocument): unknown {
  switch (document.kind) {
    case 'workflow':
      return workflowFacts(document.yaml.value, document.file);
    case 'request':
      return requestFacts(document.request);
    case 'other':
    case 'unreadable':
      return null;
  }
}

function explain(document: JudgedDocument, found: PolicyFinding, rule: Rule | undefined): Finding {
  return {
    rule: found.rule,
    level: found.level ?? rule?.level ?? 'error',
    message: found.message ?? fill(rule?.message ?? `The policy ${found.rule} refuses this.`, found.params),
    file: document.file,
    path: found.path,
    range: rangeOf(document, found.path),
    aliases: rule?.aliases ?? [],
    help: rule?.help ?? 'Ask whoever owns the policy.',
  };
}

function fill(template: string, params: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
}

/** The value's own range; for a whole job or step the first line of it: a block of twenty lines points at nothing. */
function rangeOf(document: JudgedDocument, path: DocumentPath): Range {
  const start = { line: 1, column: 1 };
  if (document.kind === 'request' || document.kind === 'unreadable') return { start, end: start };
  const value = document.yaml.rangeOf(path);
  return value.end.line > value.start.line ? firstLine(document.yaml.keyRangeOf(path), document.text) : value;
}

function firstLine(range: Range, text: string): Range {
  if (range.end.line === range.start.line) return range;
  const line = text.split('\n')[range.start.line - 1] ?? '';
  return { start: range.start, end: { line: range.start.line, column: Math.max(line.length + 1, range.start.column) } };
}
