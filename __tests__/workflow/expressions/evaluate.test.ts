import { describe, expect, it } from 'vitest';
import { evaluate, evaluateText, parseCondition } from '../../../src/workflow/expressions/evaluate.ts';
import { parseExpression } from '../../../src/workflow/expressions/tree.ts';
import { FILLED, FOREIGN, known, truthOf, UNKNOWN, type Value } from '../../../src/workflow/expressions/value.ts';

const ASSUMED: Readonly<Record<string, Value>> = {
  'github.event_name': known('push'),
  'github.ref': { kind: 'some', prefix: 'refs/heads/' },
  'github.actor': FILLED,
  'inputs.empty': known(''),
  'inputs.foreign': FOREIGN,
  'inputs.role': { kind: 'some', among: ['NONE', 'CONTRIBUTOR'] },
};
const assumed = (path: readonly string[]): Value => ASSUMED[path.join('.')] ?? UNKNOWN;
const truth = (source: string) => truthOf(evaluate(parseExpression(source), assumed));

describe('A condition', () => {
  it.each([
    "github.event_name == 'push'",
    "GITHUB.event_name == 'PUSH'",
    "'pull' != github.event_name",
    "github['event_name'] == 'push' && true",
    "github.ref != ''",
    "startsWith(github.ref, 'refs/')",
    "startsWith(github.event_name, 'PU')",
    "contains(github.event_name, 'us')",
    `contains(fromJSON('["push", "x"]'), github.event_name)`,
    "inputs.foreign != 'anything'",
    'inputs.foreign != vars.unknown',
    'github.actor',
    '!inputs.empty',
    'vars.unknown || true',
    'always()',
    "format('{0}-{1}{{}}', 'a', 1) == 'a-1{}'",
    "null == ''",
    "'0x1' == 1",
    "1 == '1'",
  ])('holds: %s', (source) => expect(truth(source)).toBe(true));

  it.each([
    "github.event_name == 'pull_request'",
    "github.ref == 'refs/tags/v1'",
    "github.ref == ''",
    "startsWith(github.ref, 'refs/tags/')",
    "inputs.foreign == 'anything'",
    'inputs.foreign == github.actor',
    'github.actor == inputs.foreign',
    'vars.unknown == inputs.foreign',
    "inputs.role == 'OWNER'",
    `contains(fromJSON('["OWNER", "MEMBER"]'), inputs.role)`,
    '!github.actor',
    'inputs.empty && vars.unknown',
    'vars.unknown && false',
    "github.event_name != 'push' || inputs.empty",
    "github.ref == format('refs/tags/{0}', vars.unknown)",
    "contains(github.event_name, 'x')",
    '1 == 2',
    'null',
  ])('does not hold: %s', (source) => expect(truth(source)).toBe(false));

  it.each([
    'vars.unknown',
    "vars.unknown == 'x'",
    "github.ref == 'refs/heads/main'",
    "startsWith(github.ref, 'refs/heads/main')",
    "inputs.role == 'CONTRIBUTOR'",
    `contains(fromJSON('["OWNER", "CONTRIBUTOR"]'), inputs.role)`,
    "github.actor == 'x'",
    'success()',
    'vars.unknown && true',
    'vars.unknown || false',
    '1 < 2',
    'contains(vars.list, 1)',
    'fromJSON(vars.unknown)',
    "fromJSON('{')",
    `fromJSON('{"a": 1}')`,
    "startsWith('a', vars.unknown)",
    "hashFiles('a') == ''",
    'this is none',
    'unknown.context',
    'nothing(1)',
    '',
  ])('stays open: %s', (source) => expect(truth(source)).toBe(null));

  it('may stand in braces; beside text it is a text, and so always true', () => {
    const of = (text: string) => truthOf(evaluate(parseCondition(text), assumed));
    expect(of("${{ github.event_name == 'x' }}")).toBe(false);
    expect(of("${{ github.event_name == 'x' }}\n")).toBe(true);
    expect(of("  github.event_name == 'x'\n")).toBe(false);
    expect(of("github.event_name == 'x'")).toBe(false);
    expect(of("${{ github.event_name }} == 'x'")).toBe(true);
    expect(of('')).toBe(null);
  });
});

describe('A value', () => {
  it.each<[string, Value]>([
    ['plain', known('plain')],
    ["${{ github.event_name == 'push' && 'a' || 'b' }}", known('a')],
    ["${{ github.event_name == 'x' && 'a' || 'b' }}", known('b')],
    ['${{ github.event_name }}-${{ 1 }}', known('push-1')],
    ['a ${{ vars.unknown }}', UNKNOWN],
    ["${{ vars.unknown || 'b' }}", FILLED],
    [`\${{ fromJSON('["a", 1, {}]') }}`, { kind: 'list', items: [known('a'), known(1), UNKNOWN] }],
    [`\${{ fromJSON('"a"') }}`, known('a')],
    ["${{ format('a{0}', vars.unknown) }}", { kind: 'some', prefix: 'a' }],
    ["${{ format(vars.unknown, 'a') }}", UNKNOWN],
    ["${{ format('{0}', vars.unknown) }}", UNKNOWN],
  ])('of %s is as far known as its parts', (text, value) => {
    expect(evaluateText(text, assumed)).toEqual(value);
  });
});
