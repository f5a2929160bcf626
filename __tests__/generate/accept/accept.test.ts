import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../../src/context/configuration.ts';
import type { Intent } from '../../../src/domain/request.ts';
import { acceptedFile } from '../../../src/generate/accept/accept.ts';
import { mergeRequests } from '../../../src/generate/merge-requests.ts';

const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
const ENTRY = { words: digest('1'), facts: digest('2') };
const MINUTES: Intent = { kind: 'timeout', for: { all: true }, minutes: 21 };
const LINT: Intent = { kind: 'check', for: { ecosystem: 'go' }, check: 'lint', ensure: true, tool: 'golangci-lint' };

function accept(existing: string | null, intents: readonly Intent[] = [MINUTES], asked = [ENTRY]) {
  return acceptedFile({ existing, requests: [{ version: 1, intents: [...intents] }], asked });
}

describe('The accepted request', () => {
  it('begins a configuration where there is none', () => {
    const file = accept(null, [MINUTES, LINT]);
    expect(file).toMatchObject({ path: '.github/agent-generate.yml', status: 'added', previous: null });
    expect(
      file?.content,
    ).toBe(`# What was asked of agent-generate in words, and accepted: it is read at the base branch, and nobody is asked again.
version: 1
request:
  intents:
    - { kind: timeout, for: { all: true }, minutes: 21 }
    - { kind: check, for: { ecosystem: go }, check: lint, ensure: true, tool: golangci-lint }
asked:
  - { words: "${digest('1')}", facts: "${digest('2')}" }
`);
  });

  it('is put below what people have written, of which every byte stays', () => {
    const existing = `# ours\nversion: 1  # one\nrequest:\n  intents:   # wishes\n  - kind: check   # first\n    for: {ecosystem: go}\n    check: lint\n    ensure: true # so\n  # the end\n\nsettings:\n    fail-on:   warning\n`;
    const file = accept(existing);
    expect(file).toMatchObject({ status: 'changed', previous: existing });
    const intent = '  - { kind: timeout, for: { all: true }, minutes: 21 }\n';
    const asked = `asked:\n  - { words: "${digest('1')}", facts: "${digest('2')}" }\n`;
    expect(file?.content).toBe(`${existing.replace('ensure: true # so\n', `ensure: true # so\n${intent}`)}${asked}`);
  });

  it.each([
    [
      'a flow list',
      'version: 1\nrequest: { intents: [ { kind: timeout, for: { all: true }, minutes: 20 } ] }\nasked: []\n',
    ],
    ['an empty list', 'version: 1\nrequest:\n  intents: [] # none\n'],
    [
      'a list over several lines',
      'version: 1\nrequest:\n  intents: [\n    { kind: timeout, for: { all: true }, minutes: 20 }, # twenty\n  ]\n',
    ],
    ['no end of line', 'version: 1\nrequest:\n  intents:\n  - { kind: timeout, for: { all: true }, minutes: 20 }'],
    ['everything in one line', '{ version: 1, settings: { fail-on: never } } # ours\n'],
    ['an end of the document', 'version: 1\n...\n'],
    ['JSON', '{ "version": 1, "request": { "intents": [] } }\n'],
    [
      'lines that end as Windows ends them',
      'version: 1\r\n# ours\r\nrequest:\r\n  intents:\r\n  - { kind: timeout, for: { all: true }, minutes: 20 }\r\n',
    ],
    ['an alias', 'version: 1\nsettings: { paths: { include: &it ["a"], exclude: *it } }\n'],
  ])('finds its place in %s, comments and all', (_, existing) => {
    const before = parseConfiguration(existing);
    const file = accept(existing);
    const after = parseConfiguration(file?.content ?? '');
    expect(after.request?.intents).toEqual([...(before.request?.intents ?? []), MINUTES]);
    expect(after.asked).toEqual([ENTRY]);
    expect(after.settings).toEqual(before.settings);
    for (const comment of existing.match(/# .*/g) ?? []) expect(file?.content).toContain(comment.trim());
  });

  it('says nothing twice, and nothing at all where nothing is new', () => {
    const once = accept(null, [MINUTES, LINT, MINUTES])?.content ?? '';
    expect(parseConfiguration(once).request?.intents).toEqual([MINUTES, LINT]);
    expect(accept(once, [MINUTES, LINT])).toBeNull();
    expect(acceptedFile({ existing: once, requests: [], asked: [] })).toBeNull();
  });

  it('of words that it has already takes the new facts', () => {
    const before = `${accept(null)?.content}  # behind\n`;
    const moved = { ...ENTRY, facts: digest('3') };
    const other = { words: digest('4'), facts: digest('3') };
    const after = accept(before, [MINUTES], [moved, other])?.content ?? '';
    expect(parseConfiguration(after).asked).toEqual([moved, other]);
    expect(after).toContain('# behind');
  });

  it('is offered for no configuration that cannot be read', () => {
    for (const broken of ['version: 2\n', 'version: [1\n', '', '- a\n']) expect(accept(broken)).toBeNull();
  });

  it('makes the same request as what was said over the one before, whatever that was', () => {
    const intent = fc.oneof(
      fc.record({
        kind: fc.constant('timeout' as const),
        for: fc.constantFrom({ all: true as const }, { service: 'on' }, { path: 'a b: #c/**' }),
        minutes: fc.integer({ min: 1, max: 3 }),
      }),
      fc.record(
        {
          kind: fc.constant('check' as const),
          for: fc.constant({ all: true as const }),
          check: fc.constantFrom('lint' as const, 'test' as const),
          ensure: fc.boolean(),
          tool: fc.constantFrom('null', '1.0', 'a"b', "it's", '- x', '@y'),
        },
        { requiredKeys: ['kind', 'for', 'check', 'ensure'] },
      ),
    );
    fc.assert(
      fc.property(
        fc.array(intent, { maxLength: 4 }),
        fc.array(intent, { minLength: 1, maxLength: 4 }),
        (first, then) => {
          const existing = first.length === 0 ? null : (accept(null, first)?.content ?? null);
          const content = accept(existing, then)?.content ?? existing ?? '';
          const { request } = parseConfiguration(content);
          const stack = [first, then].map((intents) => ({ version: 1 as const, intents }));
          expect(mergeRequests(request ? [request] : [])).toEqual(mergeRequests(stack));
        },
      ),
      { numRuns: 60 },
    );
  });
});
