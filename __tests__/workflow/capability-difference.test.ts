import { describe, expect, it } from 'vitest';
import type { Capability } from '../../src/workflow/capabilities/capability.ts';
import { capabilityDifference } from '../../src/workflow/capability-difference.ts';

const [OLD, NEW] = ['a'.repeat(40), 'b'.repeat(40)];

function workflow(jobs: string, on = 'push'): string {
  return `on: [${on}]\npermissions: {}\njobs: {${jobs}}\n`;
}

/** Each as `kind name@jobs`, with `!` before what is high-risk. */
function compared(before: string | null, after: string | null) {
  const difference = capabilityDifference(before, after);
  if (difference.kind === 'not-comparable') return difference.why;
  const { added, removed, moved } = difference;
  return {
    added: added.map(told),
    removed: removed.map(told),
    moved: moved.map(({ from, to }) => `${from.pin[0]}>${to.pin.slice(0, 3)} ${told(to)}`),
  };
}

function told({ kind, name, jobs, risk }: Capability): string {
  return `${risk === null ? '' : '!'}${kind} ${name}@${jobs.join('+')}`;
}

const NOTHING = { added: [], removed: [], moved: [] };

describe('The difference of two workflows', () => {
  it('of equal ones is nothing, and so is that of no file and no file', () => {
    const text = workflow('a: {permissions: {contents: write}}');
    expect(compared(text, text)).toEqual(NOTHING);
    expect(compared(null, null)).toEqual(NOTHING);
  });

  it('of a file that is new, or goes, is all of it', () => {
    const text = workflow('a: {permissions: {contents: read}}');
    const all = ['permission contents: read@a', 'trigger push@'];
    expect(compared(null, text)).toEqual({ ...NOTHING, added: all });
    expect(compared(text, null)).toEqual({ ...NOTHING, removed: all });
  });

  it('tells a right to write that one more job has, and not one to read', () => {
    const of = (right: string, ...jobs: string[]) =>
      workflow(jobs.map((id) => `${id}: {permissions: {contents: ${right}}}`).join(', '));
    expect(compared(of('read', 'a'), of('read', 'a', 'b'))).toEqual(NOTHING);
    expect(compared(of('write', 'a'), of('write', 'a', 'b'))).toEqual({
      ...NOTHING,
      added: ['!permission contents: write@b'],
    });
    expect(compared(of('read', 'a'), of('write', 'a'))).toEqual({
      ...NOTHING,
      added: ['!permission contents: write@a'],
      removed: ['permission contents: read@a'],
    });
  });

  it('tells a secret that all jobs have now', () => {
    const job = 'a: {env: {X: "${{ secrets.A }}"}}';
    expect(compared(workflow(job), `env: {X: "\${{ secrets.A }}"}\n${workflow(job)}`)).toEqual({
      ...NOTHING,
      added: ['!secret A@'],
    });
  });

  it('tells an action at another commit as moved; as high-risk only where it is held to none', () => {
    const of = (ref: string) => workflow(`a: {steps: [{uses: octo/thing@${ref}}]}`);
    expect(compared(of(OLD), of(NEW))).toEqual({ ...NOTHING, moved: ['a>bbb action octo/thing@a'] });
    expect(compared(of(OLD), of('main'))).toEqual({ ...NOTHING, moved: ['a>mai !action octo/thing@a'] });
    expect(compared(workflow('a: {}'), of(OLD))).toEqual({ ...NOTHING, added: ['!action octo/thing@a'] });
  });

  it('is not told where one of the two cannot be read', () => {
    const text = workflow('a: {}');
    expect(compared('a: [', text)).toMatch(/^the file at the base says nothing: it is no YAML/);
    expect(compared(text, '7')).toMatch(/^the proposed file says nothing: it has no jobs/);
  });
});
