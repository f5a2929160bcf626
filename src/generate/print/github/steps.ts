import type { Catalogues } from '../../../domain/catalogue.ts';
import type { Job, Step } from '../../../domain/pipeline.ts';
import { entry, map, plain, scalar, type YamlNode } from '../yaml.ts';
import { actionStep } from './actions.ts';
import { changesStep } from './changes.ts';
import { citation } from './citation.ts';
import { imageSteps } from './image.ts';
import { setupStep } from './setup.ts';

/** The steps of a job, in order. `directory` is where its commands run unless they say otherwise. */
export function printSteps(catalogues: Catalogues, job: Job, directory: string): YamlNode[] {
  return job.steps.flatMap((step) => printStep(catalogues, step, directory));
}

function printStep(catalogues: Catalogues, step: Step, directory: string): YamlNode[] {
  switch (step.kind) {
    case 'checkout':
      return [checkout(catalogues, step.history)];
    case 'setup':
      return [setupStep(catalogues, step)];
    case 'run':
      return [runStep(step, directory)];
    case 'golangci-lint':
      return [
        actionStep(catalogues, {
          name: 'Lint',
          uses: 'golangci/golangci-lint-action',
          with: { 'working-directory': step.directory === '.' ? null : step.directory },
          above: citation(step.because) === null ? [] : [citation(step.because) ?? ''],
        }),
      ];
    case 'install-tool':
      return [installTool(step.tool)];
    case 'changes':
      return [changesStep(step)];
    case 'build-image':
      return imageSteps(catalogues, step);
    case 'gate':
      return [gate()];
  }
}

/** The token of the checkout is of no use to a build, so it is not left in the work tree for the build to find. */
function checkout(catalogues: Catalogues, history: 'shallow' | 'full'): YamlNode {
  const depth = history === 'full' ? { 'fetch-depth': 0, filter: 'blob:none' } : {};
  return actionStep(catalogues, {
    name: 'Check out the code',
    uses: 'actions/checkout',
    with: { ...depth, 'persist-credentials': false },
  });
}

function runStep({ name, run, directory: own, because }: Extract<Step, { kind: 'run' }>, directory: string): YamlNode {
  const reason = citation(because);
  const isBlock = run.includes('\n');
  return map([
    entry('name', scalar(name), { above: isBlock && reason !== null ? [reason] : [] }),
    own === directory ? null : entry('working-directory', scalar(own === '.' ? '.' : own)),
    entry('run', scalar(run, reason)),
  ]);
}

/** Tools of Python's own that runners do not have; pipx keeps each apart from the project. */
function installTool(tool: string): YamlNode {
  return map([entry('name', scalar(`Install ${tool}`)), entry('run', scalar(`pipx install ${tool}`))]);
}

function gate(): YamlNode {
  return map([
    entry('name', scalar('Fail if a job failed or was cancelled')),
    entry('if', plain("contains(needs.*.result, 'failure') || contains(needs.*.result, 'cancelled')")),
    entry('run', scalar('exit 1')),
  ]);
}
