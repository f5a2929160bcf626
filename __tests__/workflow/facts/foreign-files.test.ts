import { describe, expect, it } from 'vitest';
import { workflowFacts } from '../../../src/workflow/facts/facts.ts';

const SHA = 'd'.repeat(40);
const THIS_RUN = '${{ github.event.workflow_run.id }}';

describe('What a step copies into the environment of later ones', () => {
  it.each([
    [
      'the usual action, told the run',
      { uses: `actions/download-artifact@${SHA}`, with: { 'run-id': THIS_RUN } },
      true,
    ],
    ['an action of others', { uses: `dawidd6/action-download-artifact@${SHA}`, with: { run_id: THIS_RUN } }, true],
    ['a command', { run: `gh run download ${THIS_RUN}` }, true],
    ['the usual action for a run of its own', { uses: `actions/download-artifact@${SHA}` }, false],
    [
      'the usual action, told a run that a person names',
      { uses: `actions/download-artifact@${SHA}`, with: { 'run-id': '${{ inputs.run }}' } },
      false,
    ],
    ['a command for a run that is written out', { run: 'gh run download 7' }, false],
  ])('is of outsiders behind %s: %j, %s', (_, brings, isForeign) => {
    const copies = { run: 'cat made/.env >> "$GITHUB_ENV"' };
    const { jobs } = workflowFacts({ on: 'workflow_run', jobs: { a: { steps: [copies, brings, copies] } } }, 'w.yml');
    const [before, , behind] = jobs[0]?.steps ?? [];
    expect(before?.script?.environmentWrite).toBeNull();
    expect(behind?.script?.environmentWrite).toEqual(
      isForeign ? { file: 'ENV', text: 'cat made/.env >> "$GITHUB_ENV"' } : null,
    );
  });
});
