import type { Step } from '../../../domain/pipeline.ts';
import { entry, map, plain, scalar, type YamlNode } from '../yaml.ts';
import { withheldExpression } from './condition.ts';

/** What the gate fails for. A skipped job is fine, unless it was skipped because a fork must not reach its machine. */
export function gateSteps({ jobs }: Extract<Step, { kind: 'gate' }>): YamlNode[] {
  if (jobs.length === 0) return [nothingToFail()];
  const withheld = withheldExpression(jobs);
  return [failed(), ...(withheld === null ? [] : [notRun(withheld)])];
}

function nothingToFail(): YamlNode {
  return map([
    entry('name', scalar('Say that nothing is checked here')),
    entry('run', scalar('echo "Other workflows of this repository run every check."')),
  ]);
}

function failed(): YamlNode {
  return map([
    entry('name', scalar('Fail if a job failed or was cancelled')),
    entry('if', plain("contains(needs.*.result, 'failure') || contains(needs.*.result, 'cancelled')")),
    entry('run', scalar('exit 1')),
  ]);
}

const NOT_RUN = [
  'This pull request comes from a fork, so the jobs on machines of this repository were not run for it.',
  'A maintainer can review it, push its branch to this repository, and open a pull request from there.',
].join(' ');

function notRun(withheld: string): YamlNode {
  return map([
    entry('name', scalar('Fail if jobs were kept from a fork')),
    entry('if', plain(withheld)),
    entry('run', scalar(`echo "::error::${NOT_RUN}"\nexit 1`)),
  ]);
}
