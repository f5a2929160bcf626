import { describe, expect, it } from 'vitest';
import { findBase, needsBase } from '../../../src/generate/merge/find-base.ts';
import { regenerate } from '../../../src/generate/merge/regenerate.ts';
import { generated, PATH } from './editing.ts';

const step = (name: string, at = '1') => `      - name: ${name}\n        run: make ${name} # ${at}\n`;
const job = (name: string, ...steps: string[]) => `\n  ${name}:\n    steps:\n${steps.join('')}`;
const jobs = (...all: string[]) => `name: CI\n\njobs:${all.join('').replace(/^\n/, '\n')}`;
const keep = (indent: string, line: string) =>
  `${indent}# agent-generate: keep\n${indent}${line}\n${indent}# agent-generate: end\n`;

const CART = job('cart', step('lint'), step('test'));
const MILL = job('mill', step('lint'), step('test'));
const NEW = job('axe', step('lint'), step('test'));
const GATE = job('ci-gate', step('gate'));
const BASE = jobs(CART, MILL, GATE);

function over(theirs: string, ours: string, base = BASE) {
  const previous = generated(base, theirs);
  const { file, findings, state } = regenerate({
    path: PATH,
    previous,
    printed: generated(ours),
    base: findBase(previous, [generated(base)]),
  });
  return {
    state,
    rules: findings.map(({ rule }) => rule),
    findings,
    content: file.content,
    body: file.content.slice(file.content.indexOf('\nname: ') + 1),
  };
}

describe('What a person and the generator have changed', () => {
  it.each([
    [
      'far from one another',
      jobs(CART.replace('lint', 'lint-all'), MILL, GATE),
      jobs(CART, MILL, NEW, GATE),
      jobs(CART.replace('lint', 'lint-all'), MILL, NEW, GATE),
    ],
    [
      'on neighbouring lines',
      BASE.replace('name: lint', 'name: Lint it'),
      BASE.replaceAll('make lint # 1', 'make lint # 2'),
      BASE.replaceAll('make lint # 1', 'make lint # 2').replace('name: lint', 'name: Lint it'),
    ],
    [
      'alike',
      BASE.replace('make gate', 'exit 1'),
      BASE.replace('make gate', 'exit 1'),
      BASE.replace('make gate', 'exit 1'),
    ],
    [
      'by adding at one place, the deeper first',
      jobs(job('cart', step('lint'), step('test'), step('mine')), MILL, GATE),
      jobs(CART, NEW, MILL, GATE),
      jobs(job('cart', step('lint'), step('test'), step('mine')), NEW, MILL, GATE),
    ],
    [
      'in jobs that are much alike',
      jobs(CART, MILL.replace('make test', 'make test-mill'), GATE),
      jobs(NEW, CART, MILL, GATE),
      jobs(NEW, CART, MILL.replace('make test', 'make test-mill'), GATE),
    ],
  ])('goes together: %s', (_, theirs, ours, expected) => {
    const { body, rules } = over(theirs, ours);
    expect(body).toBe(expected);
    expect(rules.filter((rule) => rule !== 'EDITED_BY_HAND')).toEqual([]);
  });

  it('is a conflict at one line, where the words of the person stay, with both texts at the very place', () => {
    const { findings, body, content } = over(
      BASE.replace('make gate # 1', 'make mine'),
      BASE.replace('make gate # 1', 'make gate # 2'),
    );
    expect(body).toContain('make mine');
    const line = content.split('\n').findIndex((it) => it.includes('make mine')) + 1;
    expect(findings).toMatchObject([
      { rule: 'EDIT_IN_CONFLICT', range: { start: { line, column: 1 }, end: { line: line + 1, column: 1 } } },
    ]);
    expect(findings[0]?.message).toContain('“run: make mine” here, and “run: make gate # 2” would be generated');
  });

  it('is a conflict where the job of an edit goes away: it stays', () => {
    const { body, rules } = over(jobs(CART, MILL.replace('make test', 'make mine'), GATE), jobs(CART, GATE));
    expect(body).toContain('make mine');
    expect(rules).toEqual(['EDIT_IN_CONFLICT']);
  });

  it('stays as it is where both have added the same job in other words', () => {
    const { state, rules, content } = over(
      jobs(job('axe', step('mine')), CART, MILL, GATE),
      jobs(CART, MILL, NEW, GATE),
    );
    expect(state).toBe('left');
    expect(rules).toContain('MERGE_NOT_PROVEN');
    expect(content).toContain('make mine');
  });

  it.each([
    ['a job', '    steps:\n', '    continue-on-error: true\n    steps:\n', 'job cart may be skipped, or may fail'],
    ['a job', '    steps:\n', '    if: false\n    steps:\n', 'job cart may be skipped, or may fail'],
    ['a step', step('lint'), `${step('lint')}        continue-on-error: true\n`, 'step “lint” of cart may be skipped'],
  ])('is said where it lets %s fail or be skipped, and stays', (_, was, is, what) => {
    const { findings, body } = over(BASE.replace(was, is), jobs(CART, MILL, NEW, GATE));
    expect(findings.find(({ rule }) => rule === 'EDITED_OUT')?.message).toContain(what);
    expect(body).toContain(is);
  });

  it('at one place and one depth come after what is generated', () => {
    const added = (...more: string[]) => jobs(job('cart', step('lint'), ...more, step('test')), MILL, GATE);
    expect(over(added(step('mine')), added(step('new'))).body).toBe(added(step('new'), step('mine')));
  });

  it('is nothing to say where a step is there again, as it was', () => {
    const more = `${step('lint')}${step('lint', '2')}        continue-on-error: true\n`;
    const { rules } = over(BASE.replace(step('lint'), more), jobs(CART, MILL, NEW, GATE));
    expect(rules).toEqual(['EDITED_BY_HAND']);
  });

  it('repeats no line that may hold a secret', () => {
    const secret = `run: make gate # ghp_${'a1B2'.repeat(9)}`;
    const { findings } = over(
      BASE.replace('run: make gate # 1', secret),
      BASE.replace('make gate # 1', 'make gate # 2'),
    );
    expect(findings[0]?.message).toContain('[redacted]');
    expect(JSON.stringify(findings)).not.toContain('ghp_');
  });

  it('says at which lines it is kept', () => {
    const edited = (...lines: string[]) => over(BASE.replace('jobs:\n', `jobs:\n${lines[0]}`) + (lines[1] ?? ''), BASE);
    expect(edited('  # mine\n').findings[0]?.message).toMatch(
      /^1 edit by hand is kept, at line \d+ of the new file\.$/,
    );
    expect(edited('  # mine\n', '# and mine\n').findings[0]?.message).toMatch(
      /^2 edits by hand are kept, at lines \d+, \d+ of the new file\.$/,
    );
  });

  it('shows at most twenty differences, and counts the rest', () => {
    const many = (word: string) => jobs(...Array.from({ length: 40 }, (_, index) => job(`job-${index}`, step(word))));
    const { findings } = over(many('mine'), many('other'), many('first'));
    expect(findings.filter(({ rule }) => rule === 'EDIT_IN_CONFLICT')).toHaveLength(20);
    expect(findings.find(({ rule }) => rule === 'MORE_NOT_SHOWN')?.message).toContain('EDIT_IN_CONFLICT');
  });
});

describe('A pin that somebody has moved', () => {
  const pin = (commit: string, version: string) =>
    `name: CI\njobs:\n  a:\n    steps:\n      - uses: actions/checkout@${commit.repeat(40)} # ${version}\n`;
  it.each([
    ['stays where nothing newer is generated', 'v7.0.1', 'v7.0.0', 'v7.0.1', ['EDITED_BY_HAND']],
    ['stays where it is newer than what is generated', 'v8', 'v7.0.1', 'v8', ['EDITED_BY_HAND']],
    ['gives way to a newer one, which is said', 'v7.0.1', 'v7.1.0', 'v7.1.0', ['PIN_REPLACED']],
    ['is a conflict where the releases have no order', 'main', 'v7.1.0', 'main', ['EDIT_IN_CONFLICT']],
  ])('%s', (_, theirs, ours, expected, rules) => {
    const commits: Readonly<Record<string, string>> = {
      'v7.0.0': 'a',
      'v7.0.1': 'b',
      'v7.1.0': 'c',
      v8: 'd',
      main: 'e',
    };
    const of = (version: string) => pin(commits[version] ?? '', version);
    const other = (text: string) => `${text}  b: {}\n`;
    const merged = over(of(theirs), other(of(ours)), of('v7.0.0'));
    expect(merged.body).toBe(other(of(expected)));
    expect(merged.rules).toEqual(rules);
  });

  it('is a conflict where another action is generated in its place', () => {
    const ours = pin('c', 'v9').replace('actions/checkout', 'actions/cache');
    const { body, rules } = over(pin('b', 'v7.0.1'), ours, pin('a', 'v7.0.0'));
    expect(body).toBe(pin('b', 'v7.0.1'));
    expect(rules).toContain('EDIT_IN_CONFLICT');
  });
});

describe('A kept block', () => {
  const inMill = jobs(
    CART,
    `\n  mill:\n${keep('    ', 'env: { A: b }')}    steps:\n${step('lint')}${step('test')}`,
    GATE,
  );
  it('needs no earlier version of the file', () => {
    expect(needsBase(generated(BASE, inMill))).toBe(false);
  });

  it.each([
    ['where it stood', jobs(CART, MILL, NEW, GATE), `  mill:\n${keep('    ', 'env: { A: b }')}    steps:`],
    [
      'where the lines around it have changed',
      jobs(CART, '\n  mill:\n    timeout-minutes: 7\n', GATE),
      `  mill:\n${keep('    ', 'env: { A: b }')}    timeout-minutes: 7`,
    ],
  ])('stays in its job: %s', (_, ours, expected) => {
    const { body, rules } = over(inMill, ours);
    expect(body).toContain(expected);
    expect(rules).toEqual([]);
  });

  it('is kept at the end, as comments, where its job is gone, and that is said', () => {
    const { body, rules } = over(inMill, jobs(NEW, CART, GATE));
    expect(body.endsWith('# agent-generate: keep\n#     env: { A: b }\n    # agent-generate: end\n')).toBe(true);
    expect(rules).toEqual(['KEEP_BLOCK_MOVED']);
  });

  it('that is whole jobs stays among the jobs', () => {
    const theirs = jobs(CART, MILL, GATE, keep('  ', 'mine: { uses: ./.github/workflows/mine.yml }'));
    const { body } = over(theirs, jobs(NEW, GATE));
    expect(body).toContain('\n  mine: { uses: ./.github/workflows/mine.yml }\n');
  });

  it.each([
    ['never ends', '# agent-generate: keep\n'],
    ['begins inside of the one of line 1', '# agent-generate: keep\n# agent-generate: keep\n# agent-generate: end\n'],
    ['ends, but none has begun', '# agent-generate: end\n'],
    ['is one of 101, and 100 are taken', '# agent-generate: keep\n# agent-generate: end\n'.repeat(101)],
  ])('that %s is one clear finding, and loses nothing', (what, marks) => {
    const { findings, body } = over(`${marks}${BASE}`, jobs(CART, MILL, NEW, GATE));
    expect(findings.filter(({ rule }) => rule === 'KEEP_BLOCK_UNCLEAR').map(({ message }) => message)).toEqual([
      `A block that is to be kept ${what}; no mark of the file counts.`,
    ]);
    expect(body).toContain('jobs:');
    expect(
      regenerate({ path: PATH, previous: generated(BASE, `${marks}${BASE}`), printed: generated(BASE), base: null })
        .file.content,
    ).toContain(marks);
  });
});

describe('The header', () => {
  it('keeps what a person has put there, and names what was generated', () => {
    const previous = `# SPDX-License-Identifier: MIT\n${generated(BASE)}`;
    const { file, findings } = regenerate({ path: PATH, previous, printed: generated(jobs(CART, GATE)), base: null });
    expect(file.content).toBe(`# SPDX-License-Identifier: MIT\n${generated(jobs(CART, GATE))}`);
    expect(findings).toEqual([]);
  });

  it('names a body whose last line has lost its end', () => {
    const previous = generated(BASE).trimEnd();
    const printed = generated(jobs(CART, GATE));
    expect(regenerate({ path: PATH, previous, printed, base: null })).toMatchObject({
      state: 'printed',
      findings: [],
      file: { content: printed },
    });
  });

  it('that is forged or of nobody knows what leaves the file as it is', () => {
    const previous = generated(BASE, `${BASE}# mine\n`).replace(/^# body: \w{8}/m, '# body: 01234567');
    const { file, state } = regenerate({
      path: PATH,
      previous,
      printed: generated(jobs(CART, GATE)),
      base: findBase(previous, [generated(BASE)]),
    });
    expect([state, file.content]).toEqual(['left', previous]);
  });
});

describe('What was generated last', () => {
  it('is told along a chain of edits and merges, none of which is without edits', () => {
    const files = [generated(BASE)];
    let ours = BASE;
    for (const name of ['axe', 'bow', 'cup', 'den']) {
      const body = (files[0] ?? '').slice((files[0] ?? '').indexOf('\nname: ') + 1);
      const edited = (files[0] ?? '').replace(body, `${body}# about ${name}\n`);
      ours = ours.replace(GATE, job(name, step('lint')) + GATE);
      const merged = regenerate({
        path: PATH,
        previous: edited,
        printed: generated(ours),
        base: findBase(edited, files),
      });
      expect(merged.state).toBe('merged');
      files.unshift(merged.file.content, edited);
    }
    expect(files[0]?.match(/^# about/gm)).toHaveLength(4);
  });

  it('is guessed where edits were committed along with what is new, and taken only if it is the very text', () => {
    const merged = over(`${BASE}# mine\n`, jobs(CART, MILL, NEW, GATE)).content;
    expect(findBase(merged, [merged, generated(BASE)])?.join('\n')).toBe(jobs(CART, MILL, NEW, GATE).trimEnd());
    expect(findBase(merged, [merged])).toBeNull();
  });

  it('is guessed past a version of which nothing can be told', () => {
    const now = jobs(CART, MILL, NEW, GATE);
    const merged = generated(now, `${now}# mine\n`);
    const odd = generated(jobs(CART), 'nothing of it\n');
    expect(findBase(merged, [odd, generated(BASE)])?.join('\n')).toBe(now.trimEnd());
  });

  it('is not looked for along more lines than a pipeline ever has', () => {
    const chain = (lines: number) => {
      const long = BASE + '# much\n'.repeat(lines);
      const edited = generated(long, `${long}# mine\n`);
      const next = generated(`${long}# new\n`, `${long}# new\n# mine\n`);
      return findBase(next, [edited, generated(long)]);
    };
    expect(chain(100)).not.toBeNull();
    expect(chain(20_000)).toBeNull();
  });

  it('is given up in bounded time for files that have little in common', () => {
    const lines = (word: string) => Array.from({ length: 20_000 }, (_, index) => `# ${word} ${index}\n`).join('');
    expect(over(lines('mine'), lines('ours'), lines('base'))).toMatchObject({
      state: 'left',
      rules: expect.arrayContaining(['MERGE_NOT_PROVEN']),
    });
  });
});
