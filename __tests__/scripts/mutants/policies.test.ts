import { describe, expect, it } from 'vitest';
import { mutantsOf } from '../../../scripts/mutants/policies.ts';
import { readRego } from '../../../scripts/mutants/rego.ts';
import { temporaryDirectory, writeAll } from '../../fakes/repository.ts';
import { haveTools, toolPath } from '../../tools.ts';

const PATH = 'policies/agent/rules/workflow/odd/odd.rego';

const RULE = `# METADATA
# title: Odd – with letters of more than one byte
package agent.rules.workflow.odd

report contains {"path": job.path, "params": {}} if {
	some job in input.jobs
	job.kind == "odd"
	not job.even
}

report contains {"path": ["on"]} if input.odd
`;

const RULES_ALONE = RULE.slice(RULE.indexOf('package'));

const ready = haveTools('opa');

describe.skipIf(!ready)('A policy', () => {
  const mutants = ready ? mutate(RULE) : [];
  const texts = (kind: string) =>
    mutants.filter((mutant) => mutant.kind === kind).map(({ changes }) => changes[PATH]?.replace(/^#.*\n/gm, ''));

  it('is deleted with its folder', () => {
    expect(mutants.find(({ kind }) => kind === 'deleted')?.changes).toEqual({
      'policies/agent/rules/workflow/odd': null,
    });
  });

  it('is made silent, every rule of it', () => {
    expect(texts('silenced')).toEqual([
      RULES_ALONE.replace('if {\n', 'if {\n\tfalse\n').replace('if input.odd', 'if {\n\tfalse\n\tinput.odd\n}'),
    ]);
  });

  it('is inverted: it reports the candidates that its conditions do not hold for', () => {
    expect(texts('inverted')).toEqual([
      `package agent.rules.workflow.odd

report contains {"path": job.path, "params": {}} if {
	some job in input.jobs
	not holds_5(true, job)
}

holds_5(true, job) if {
	true
	job.kind == "odd"
	not job.even
}

report contains {"path": ["on"]} if {
	not holds_11(true)
}

holds_11(true) if {
	true
	input.odd
}
`,
    ]);
  });

  it('loses each of its rules', () => {
    expect(mutants.filter(({ kind }) => kind === 'rule').map(({ what }) => what)).toEqual([
      'report at line 5 taken away',
      'report at line 11 taken away',
    ]);
    expect(texts('rule')[1]).toBe(RULES_ALONE.replace('report contains {"path": ["on"]} if input.odd', ''));
  });

  it('loses each of its conditions, and has each of them negated; what gives the candidates has no opposite', () => {
    expect(mutants.filter(({ kind }) => kind === 'condition').map(({ what }) => what)).toEqual([
      'line 6 dropped: some job in input.jobs',
      'line 7 dropped: job.kind == "odd"',
      'line 7 negated: job.kind == "odd"',
      'line 8 dropped: not job.even',
      'line 8 negated: not job.even',
      'line 11 dropped: input.odd',
      'line 11 negated: input.odd',
    ]);
    expect(texts('condition')[2]).toContain('\tnot job.kind == "odd"\n');
    expect(texts('condition')[4]).toContain('\tjob.even\n');
  });

  it('has each of its texts replaced, but for the keys of objects', () => {
    expect(mutants.filter(({ kind }) => kind === 'literal').map(({ what }) => what)).toEqual([
      'line 7, "odd" is another word',
      'line 11, "on" is another word',
    ]);
  });
});

describe.skipIf(!ready)('What is no policy, but is used by some', () => {
  it('is mutated in its parts alone', () => {
    const mutants = mutate(
      'package agent.facts\n\nsteps contains step if some step in input.steps\n',
      'policies/agent/facts/facts.rego',
    );
    expect(mutants.map(({ of, what }) => `${of}: ${what}`)).toEqual([
      'facts: line 3 dropped: some step in input.steps',
    ]);
  });
});

function mutate(text: string, path = PATH) {
  using place = temporaryDirectory();
  writeAll(place.path, { 'a.rego': text });
  return mutantsOf(readRego(toolPath('opa') ?? '', `${place.path}/a.rego`), path);
}
