import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Mutant } from './mutant.ts';
import { type RegoModule, type RegoRule, readRego, replaceSpan, type Span } from './rego.ts';

const RULES = 'policies/agent/rules/';

/** Every mutant of every module below `policies/`, found by listing. */
export function policyMutants(opa: string, root: string): Mutant[] {
  const files = readdirSync(join(root, 'policies'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((name) => name.endsWith('.rego'))
    .sort()
    .flatMap((name) => mutantsOf(readRego(opa, join(root, 'policies', name)), `policies/${name}`));
}

/** Mutants of one module; `path` is from the root of the sources. */
export function mutantsOf(module: RegoModule, path: string): Mutant[] {
  const folder = dirname(path);
  const isPolicy = folder.startsWith(RULES);
  const of = isPolicy ? folder.slice(RULES.length) : folder.replace(/^policies\/agent\//, '');
  const whole: Mutant[] = isPolicy
    ? [
        { of, kind: 'deleted', what: 'deleted', changes: { [folder]: null } },
        { of, kind: 'silenced', what: 'reports nothing', changes: { [path]: silenced(module) } },
        { of, kind: 'inverted', what: 'reports what it let pass', changes: { [path]: inverted(module) } },
      ]
    : [];
  const parts = [...rulesTaken(module), ...conditions(module), ...literals(module)];
  return [...whole, ...parts.map(({ kind, what, text }): Mutant => ({ of, kind, what, changes: { [path]: text } }))];
}

interface Part {
  readonly kind: 'condition' | 'literal' | 'rule';
  readonly what: string;
  readonly text: string;
}

const isReport = ({ name }: RegoRule) => name === 'report';

function silenced(module: RegoModule): string {
  return rewrite(
    module,
    module.rules.filter(isReport),
    (rule) => `${rule.head.text} if {\n\tfalse\n${lines(rule.body)}}`,
  );
}

/** Over the same candidates, what the conditions do not hold for: the variables of a body are what its `some` and `:=` name. */
function inverted(module: RegoModule): string {
  return rewrite(module, module.rules.filter(isReport), (rule) => {
    const candidates = rule.body.filter(isCandidate);
    const conditions = rule.body.filter((it) => !isCandidate(it));
    const holds = `holds_${rule.whole.line}(${['true', ...candidates.flatMap(variables)].join(', ')})`;
    return `${rule.head.text} if {\n${lines(candidates)}\tnot ${holds}\n}\n\n${holds} if {\n\ttrue\n${lines(conditions)}}`;
  });
}

function isCandidate({ text }: Span): boolean {
  return text.startsWith('some ') || text.includes(':=');
}

function variables({ text }: Span): string[] {
  const [names = ''] = text.replace(/^some /, '').split(/ in |:=/);
  return names.split(',').map((name) => name.trim());
}

/** Only where a name has several rules: a single one is the policy itself. */
function rulesTaken(module: RegoModule): Part[] {
  return module.rules
    .filter(({ name }) => module.rules.filter((rule) => rule.name === name).length > 1)
    .map(({ name, whole }) => ({
      kind: 'rule',
      what: `${name} at line ${whole.line} taken away`,
      text: replaceSpan(module.text, whole, ''),
    }));
}

function conditions(module: RegoModule): Part[] {
  return module.rules.flatMap(({ body }) =>
    body.flatMap((condition): Part[] => {
      const { text, line } = condition;
      const negated = text.startsWith('not ') ? text.slice(4) : `not ${text}`;
      const parts: Part[] = [
        { kind: 'condition', what: `line ${line} dropped: ${text}`, text: replaceSpan(module.text, condition, 'true') },
        {
          kind: 'condition',
          what: `line ${line} negated: ${text}`,
          text: replaceSpan(module.text, condition, negated),
        },
      ];
      // What gives the candidates can be dropped, where a later line does not need them; it has no opposite.
      return isCandidate(condition) ? parts.slice(0, 1) : parts;
    }),
  );
}

/** Every text that is a value. Keys of objects are names, which a finding without them shows anyway. */
function literals(module: RegoModule): Part[] {
  return module.rules.flatMap(({ whole }) =>
    [...whole.text.matchAll(/"[^"]*"(\s*:)?/g)].flatMap(({ 0: literal, 1: colon, index }): Part[] => {
      if (colon !== undefined) return [];
      const start = whole.start + index;
      const line = module.text.slice(0, start).split('\n').length;
      return [
        {
          kind: 'literal',
          what: `line ${line}, ${literal} is another word`,
          text: replaceSpan(module.text, { start, end: start + literal.length }, '"another-word"'),
        },
      ];
    }),
  );
}

function rewrite(module: RegoModule, rules: readonly RegoRule[], make: (rule: RegoRule) => string): string {
  return rules
    .toSorted((a, b) => b.whole.start - a.whole.start)
    .reduce((text, rule) => replaceSpan(text, rule.whole, make(rule)), module.text);
}

function lines(spans: readonly Span[]): string {
  return spans.map(({ text }) => `\t${text}\n`).join('');
}
