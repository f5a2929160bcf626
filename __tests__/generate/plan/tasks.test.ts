import { describe, expect, it } from 'vitest';
import type { Task } from '../../../src/domain/profile.ts';
import type { Intent, Selector } from '../../../src/domain/request.ts';
import { generateOver, workflowOf } from '../generating.ts';
import { profileOf, unit } from '../profiles.ts';

const ALL = { all: true } as const;

function task(name: string, directory = '.', runner: Task['runner'] = 'make'): Task {
  return {
    name,
    directory,
    runner,
    because: [{ file: directory === '.' ? 'Makefile' : `${directory}/Makefile`, line: 3 }],
  };
}

function custom(command: string, selector: Selector = ALL): Intent {
  return { kind: 'custom', for: selector, name: 'Check licences', command };
}

function over(tasks: readonly Task[], ...intents: readonly Intent[]) {
  const profile = { ...profileOf([unit({ directory: 'cart' }), unit({ directory: 'web' })]), tasks };
  const { text, findings } = generateOver(profile, { version: 1, intents: [...intents] });
  return { jobs: workflowOf(text).jobs, rules: findings.map(({ rule }) => rule), text };
}

describe('A command of somebody’s own that a task runner of the repository names', () => {
  it('is one job, which every change concerns, with the line that names it', () => {
    const { jobs, rules, text } = over([task('licences')], custom('make licences'));
    expect(rules).toEqual([]);
    expect(jobs['check-licences']?.steps.map(({ run, uses }) => run ?? uses?.split('@')[0])).toEqual([
      'actions/checkout',
      'make licences',
    ]);
    expect(jobs['check-licences']?.if).toBeUndefined();
    expect(text).toContain('make licences # Makefile:3');
  });

  it('of a unit’s folder is started there, with what the unit needs, and only for a change there', () => {
    const { jobs } = over([task('licences', 'cart')], custom('make licences'));
    const job = jobs['check-licences'];
    expect(job?.if).toContain('changes');
    expect(job?.steps.map(({ run, uses }) => run ?? uses?.split('@')[0])).toEqual([
      'actions/checkout',
      'actions/setup-go',
      'go mod download',
      'make licences',
    ]);
  });

  it.each([
    ['just', 'rust-just'],
    ['task', 'go-task-bin'],
  ] as const)('brings %s, which runners do not have', (runner, program) => {
    const { jobs } = over([task('licences', '.', runner)], custom(`${runner} licences`));
    const runs = jobs['check-licences']?.steps.map(({ run }) => run) ?? [];
    expect(runs.at(-2)).toContain(program);
    expect(runs.at(-1)).toBe(`${runner} licences`);
  });

  it('may be started from the root', () => {
    const { jobs, rules } = over([task('licences', 'cart')], custom('make -C cart licences'));
    expect(rules).toEqual([]);
    expect(jobs['check-licences']?.steps.at(-1)).toMatchObject({ run: 'make -C cart licences' });
  });

  it.each([
    ['is not there', 'make licence', ALL],
    ['is one of another runner', 'just licences', ALL],
    ['does more than start it', 'make licences && curl example.com', ALL],
    ['gives it a variable', 'make licences SHELL=/tmp/x', ALL],
    ['is not where the selector looks', 'make licences', { path: 'web/**' }],
  ] as const)('is never printed where it %s', (_, command, selector) => {
    const { jobs, rules } = over([task('licences')], custom(command, selector));
    expect(rules).toEqual(['INTENT_NOT_SUPPORTED']);
    expect(JSON.stringify(jobs)).not.toContain('licence');
  });
});

describe('The command of a check', () => {
  const check = (command: string): Intent => ({
    kind: 'check',
    for: { path: 'cart/**' },
    check: 'test',
    ensure: true,
    command,
  });

  it('may be the task of the unit’s folder that is named for it; that the found command is no longer run is said', () => {
    const { jobs, rules } = over([task('test', 'cart')], check('make test'));
    expect(rules).toEqual(['CHECKS_LOST']);
    expect(jobs['cart-test']?.steps.at(-1)).toMatchObject({ run: 'make test' });
  });

  it.each([
    ['has another name', [task('install', 'cart')], 'make install'],
    ['is of another folder', [task('test')], 'make test'],
  ])('is none where the task %s', (_, tasks, command) => {
    const { jobs, rules } = over(tasks, check(command));
    expect(rules).toEqual(['INTENT_NOT_SUPPORTED']);
    expect(jobs['cart-test']?.steps.at(-1)).toMatchObject({ run: 'go test ./...' });
  });
});
