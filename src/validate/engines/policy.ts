import type { DocumentPath, Range } from '../../domain/finding.ts';
import type { Policy, PolicyFinding } from '../../domain/policy.ts';
import { fill, type Rule } from '../../domain/rule.ts';
import { actionFacts } from '../../workflow/facts/action.ts';
import { workflowFacts } from '../../workflow/facts/facts.ts';
import type { Engine, JudgedDocument } from '../engine.ts';
import { placeOfWords } from '../place-of-words.ts';
import { requestFacts } from '../request-facts.ts';

/** One policy over facts of the document. A rule without a catalogue entry speaks for itself. Rejects when the policy cannot be loaded. */
export async function policyEngine(load: () => Promise<Policy>, rules: readonly Rule[]): Promise<Engine> {
  const catalogue = new Map(rules.map((rule) => [rule.id, rule]));
  const evaluate = await evaluator(load);
  return {
    name: 'policy',
    judge: async (document) => {
      const input = inputOf(document);
      if (input === null) return [];
      const found = await evaluate(input);
      const rangeOf = rangesIn(document);
      return found.map((it) => ({
        ...explain(it, catalogue.get(it.rule)),
        file: document.file,
        path: it.path,
        range: rangeOf(it.path, it.params.expression),
      }));
    },
  };
}

/** Evaluates with a policy that has never failed: after a failure another instance takes its place. */
async function evaluator(load: () => Promise<Policy>): Promise<(input: unknown) => Promise<readonly PolicyFinding[]>> {
  let policy = await load();
  return async (input) => {
    try {
      return policy.evaluate(input);
    } catch (thrown) {
      policy = await load();
      throw thrown;
    }
  };
}

function inputOf(document: JudgedDocument): unknown {
  switch (document.kind) {
    case 'workflow':
      // What is no YAML has no facts, and has failed already.
      if (document.yaml.value === undefined) return null;
      return workflowFacts(document.yaml.value, document.file);
    case 'action':
      return document.yaml.value === undefined ? null : actionFacts(document.yaml.value, document.file);
    case 'request':
      return requestFacts(document.request);
    case 'other':
    case 'unreadable':
      return null;
  }
}

function explain(found: PolicyFinding, rule: Rule | undefined) {
  return {
    rule: found.rule,
    level: found.level ?? rule?.level ?? 'error',
    message: found.message ?? fill(rule?.message ?? `The policy ${found.rule} refuses this.`, found.params),
    aliases: rule?.aliases ?? [],
    help: fill(rule?.help ?? 'Ask whoever owns the policy.', found.params),
  };
}

/** The value's own range; of several lines that of the expression that is meant, or the first: a block of twenty lines points at nothing. */
function rangesIn(document: JudgedDocument): (path: DocumentPath, expression?: string) => Range {
  if (document.kind === 'request' || document.kind === 'unreadable') return () => ({ start: START, end: START });
  const { yaml, text } = document;
  const lines = text.split('\n');
  return (path, expression = '') => {
    const value = yaml.rangeOf(path);
    if (value.end.line === value.start.line) return value;
    return placeOfWords(expression, value, lines) ?? firstLine(yaml.keyRangeOf(path), lines);
  };
}

const START = { line: 1, column: 1 };

function firstLine({ start, end }: Range, lines: readonly string[]): Range {
  if (end.line === start.line) return { start, end };
  const { length } = lines[start.line - 1] ?? '';
  return { start, end: { line: start.line, column: Math.max(length + 1, start.column) } };
}
