import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHeaded } from '../../../src/generate/header.ts';
import { findBase } from '../../../src/generate/merge/find-base.ts';
import { linesOf, textOf } from '../../../src/generate/merge/lines.ts';
import { type Regenerated, regenerate } from '../../../src/generate/merge/regenerate.ts';
import { mergeThreeWay } from '../../../src/generate/merge/three-way.ts';
import { generateOver } from '../generating.ts';
import { profileOf, unit } from '../profiles.ts';
import { PATH } from './editing.ts';

/** The same runs everywhere and every time. */
const RUNS = { numRuns: 100, seed: 20_261_126 } as const;

/** Pipelines of one repository as it grows and shrinks. */
const NAMES = ['cart', 'mill', 'web'];
const PRINTED = new Map<string, string>();
function printedFor(names: readonly string[]): string {
  const key = names.join();
  const text = PRINTED.get(key) ?? generateOver(profileOf(names.map((directory) => unit({ directory })))).text;
  PRINTED.set(key, text);
  return text;
}
const printed = fc.subarray(NAMES, { minLength: 1 }).map(printedFor);

/** One thing that a person does to a file: `where` is a share of it. */
type Edit =
  | { readonly kind: 'insert' | 'replace' | 'keep'; readonly where: number; readonly text: string }
  | { readonly kind: 'delete'; readonly where: number; readonly count: number };

const where = fc.double({ min: 0, max: 1, noNaN: true });
/** Nobody else has such words. */
const words = fc.nat(1_000_000_000).map((number) => `note ${number} of mine`);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ kind: fc.constantFrom('insert', 'replace', 'keep'), where, text: words }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete'), where, count: fc.integer({ min: 1, max: 4 }) }) },
);
const edits = fc.array(edit, { minLength: 1, maxLength: 6 });

/** The body alone: what a person does to our own lines of the header is not kept. */
function editing(text: string, all: readonly Edit[]): string {
  const body = readHeaded(text)?.body ?? '';
  const lines = all.reduce<readonly string[]>(editOnce, linesOf(body));
  return text.slice(0, text.length - body.length) + textOf(lines);
}

function editOnce(lines: readonly string[], one: Edit): readonly string[] {
  const at = Math.floor(one.where * lines.length);
  const indent = /^\s*/.exec(lines[at] ?? '')?.[0] ?? '';
  switch (one.kind) {
    case 'insert':
      return lines.toSpliced(at, 0, `${indent}# ${one.text}`);
    case 'replace': {
      // The value alone, where there is one: what is no YAML any more is left as it is, and shows little.
      const before = /^(?:\s*(?:- )?[\w-]+: |\s*- )(?=[\w"'])/.exec(lines[at] ?? '')?.[0];
      return before ? lines.toSpliced(at, 1, before + one.text) : lines.toSpliced(at, 0, `${indent}# ${one.text}`);
    }
    case 'keep':
      return lines.toSpliced(
        at,
        0,
        `${indent}# agent-generate: keep`,
        indent + one.text,
        `${indent}# agent-generate: end`,
      );
    case 'delete':
      return lines.toSpliced(at, one.count);
  }
}

/** What a person has made of a file, generated anew; `versions` are what git has, newest first. */
function anew(previous: string, now: string, versions: readonly string[]): Regenerated {
  return regenerate({ path: PATH, previous, printed: now, base: findBase(previous, versions) });
}

/** Every line of a person is in the file or in a finding; and what a person has taken out stays out, where the file has it not of somewhere else. */
function expectNothingLost(before: string, theirs: string, now: string, { file, findings }: Regenerated): void {
  const said = findings.map(({ message }) => message).join('\n');
  const [was, is, becomes, prints] = [before, theirs, file.content, now].map(counted);
  for (const [line, count] of is ?? []) {
    // What has lost its job is kept as a comment.
    const found = (becomes?.get(line) ?? 0) + (becomes?.get(`# ${line}`) ?? 0);
    if (line.startsWith('# body: ') || was?.has(line) || found >= count) continue;
    expect(said, line).toContain(line.trim());
  }
  for (const [line, count] of was ?? []) {
    const left = is?.get(line) ?? 0;
    const isGeneratedAgain = (prints?.get(line) ?? 0) > count;
    if (line.trim() === '' || line.startsWith('# body: ') || left === count || isGeneratedAgain) continue;
    if ((becomes?.get(line) ?? 0) > left) expect(said, `taken out: ${line}`).toContain(line.trim().slice(0, 40));
  }
}

/** How often each line stands in a text. */
function counted(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of linesOf(text)) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

describe('Whatever people do to a generated file', () => {
  it('not a line of theirs is lost without a word', () => {
    fc.assert(
      fc.property(printed, printed, edits, (before, now, all) => {
        const theirs = editing(before, all);
        expectNothingLost(before, theirs, now, anew(theirs, now, [theirs, before]));
      }),
      RUNS,
    );
  });

  it('what is generated twice is generated once', () => {
    const found = { all: 0, known: 0 };
    fc.assert(
      fc.property(printed, printed, edits, (before, now, all) => {
        const theirs = editing(before, all);
        const once = anew(theirs, now, [theirs, before]);
        const versions = [once.file.content, theirs, before];
        const twice = anew(once.file.content, now, versions);
        expect(twice.file.content).toBe(once.file.content);
        if (once.state !== 'merged') return;
        found.all += 1;
        if (findBase(once.file.content, versions) !== null) found.known += 1;
      }),
      RUNS,
    );
    expect(found.known / found.all).toBeGreaterThan(0.95);
  });

  it('it goes on so, from one commit to the next', () => {
    const found = { all: 0, left: 0 };
    const step = fc.tuple(printed, edits);
    fc.assert(
      fc.property(printed, fc.array(step, { minLength: 2, maxLength: 4 }), (first, steps) => {
        let versions: readonly string[] = [first];
        for (const [now, all] of steps) {
          const before = versions[0] ?? '';
          const theirs = editing(before, all);
          const committed = [theirs, ...versions];
          const once = anew(theirs, now, committed);
          expectNothingLost(theirs, theirs, now, once);
          versions = [once.file.content, ...committed];
          expect(anew(once.file.content, now, versions).file.content).toBe(once.file.content);
          found.all += 1;
          if (once.findings.some(({ rule }) => rule === 'BASE_NOT_FOUND')) found.left += 1;
        }
      }),
      { ...RUNS, numRuns: 25 },
    );
    expect(found.left / found.all).toBeLessThan(0.05);
  });

  it('a file that nobody has edited is the new one to the byte', () => {
    fc.assert(
      fc.property(printed, printed, (before, now) => {
        expect(anew(before, now, [])).toMatchObject({ file: { content: now }, findings: [] });
      }),
      RUNS,
    );
  });
});

describe('Lines of any kind', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', '', '  a'), { maxLength: 30 });

  it.each([false, true])('are merged to what is merged to itself (strict: %s)', (isStrict) => {
    fc.assert(
      fc.property(lines, lines, lines, (base, theirs, ours) => {
        const merged = mergeThreeWay({ base, theirs, ours }, [], isStrict);
        if (merged === null) return;
        const again = mergeThreeWay({ base: merged.base, theirs: merged.lines, ours }, [], isStrict);
        expect([again?.lines, again?.base]).toEqual([merged.lines, merged.base]);
      }),
      { ...RUNS, numRuns: 1000 },
    );
  });
});
