import type { Job, Step } from '../../../domain/pipeline.ts';
import type { Submodules } from '../../../domain/profile.ts';
import { entry, map, plain, scalar, type YamlEntry, type YamlNode } from '../yaml.ts';
import { actionStep, type Press } from './actions.ts';
import { cacheSteps } from './caches.ts';
import { changesStep } from './changes.ts';
import { citation } from './citation.ts';
import { gateSteps } from './gate.ts';
import { imageSteps } from './image.ts';
import { handOver, publishSteps } from './publish.ts';
import { pushSteps } from './push.ts';
import { reportsStep } from './reports.ts';
import { secretScanStep } from './secret-scan.ts';
import { setupSteps } from './setup.ts';
import { withQuotedValues } from './shell.ts';
import { asPath, literal } from './text.ts';
import { installTool, linterStep } from './tools.ts';

/** The steps of a job, in order. `directory` is where its commands run unless they say otherwise. */
export function printSteps(press: Press, job: Job, directory: string): YamlNode[] {
  return job.steps.flatMap((step) => printStep(press, { step, job, directory }));
}

interface Place {
  readonly step: Step;
  readonly job: Job;
  readonly directory: string;
}

function printStep(press: Press, { step, job, directory }: Place): YamlNode[] {
  switch (step.kind) {
    case 'checkout':
      return [checkout(press, step)];
    case 'setup':
      return setupSteps(press, step);
    case 'run':
      return [runStep(step, directory)];
    case 'build-module':
      return [moduleStep(step, directory)];
    case 'golangci-lint':
    case 'cargo-deny':
      return [linterStep(press, step)];
    case 'secret-scan':
      return [secretScanStep()];
    case 'install-tool':
      return [installTool(press, step)];
    case 'cache':
      return press.caches ? cacheSteps(press, step) : [];
    case 'changes':
      return [changesStep(step)];
    case 'build-image':
      return imageSteps(press, step, job.matrix);
    case 'push-image':
      return pushSteps(press, step, job.matrix);
    case 'keep-reports':
      return [reportsStep(press, step, job)];
    case 'hand-over':
      return [handOver(press, step)];
    case 'publish':
      return publishSteps(press, step.publication);
    case 'make-image':
      return [runStep({ ...step, kind: 'run' }, directory)];
    case 'gate':
      return gateSteps(step);
  }
}

/** The token of the checkout is of no use to a build, so it is not left in the work tree for the build to find. */
function checkout(press: Press, step: Extract<Step, { kind: 'checkout' }>): YamlNode {
  const { history, submodules, because } = step;
  const reason = because ? { 'fetch-depth': plain('0', citation(because)) } : {};
  return actionStep(press, {
    name: 'Check out the code',
    uses: 'actions/checkout',
    with: {
      ...HISTORY[history],
      ...reason,
      submodules: submodules ? submodulesInput(submodules) : null,
      'persist-credentials': false,
    },
  });
}

const HISTORY = {
  shallow: {},
  // Commits and folders are all that a comparison needs: the content of earlier files is not fetched.
  commits: { 'fetch-depth': 0, filter: 'blob:none' },
  full: { 'fetch-depth': 0 },
};

function submodulesInput({ isRecursive, because }: Submodules): YamlNode {
  return isRecursive ? literal('recursive', citation(because)) : plain('true', citation(because));
}

function runStep(step: Extract<Step, { kind: 'run' }>, directory: string): YamlNode {
  const { name, run, directory: own, because, packageToken } = step;
  const reason = citation(because);
  const isBlock = run.includes('\n');
  return map([
    entry('name', literal(name), { above: isBlock && reason !== null ? [reason] : [] }),
    own === directory ? null : entry('working-directory', literal(asPath(own))),
    ...command(run, reason, packageToken),
  ]);
}

/** By its name in a variable: a folder may be called as it likes. */
function moduleStep(step: Extract<Step, { kind: 'build-module' }>, directory: string): YamlNode {
  const { name, run, module, directory: own, because } = step;
  return map([
    entry('name', literal(name)),
    own === directory ? null : entry('working-directory', literal(asPath(own))),
    entry('env', map([entry('MODULE', module === null ? plain('${{ matrix.module }}') : literal(module))])),
    entry('run', scalar(`${run} --projects "$MODULE" --also-make`, citation(because))),
  ]);
}

/** What GitHub would read as an expression in the middle of a script reaches bash as a variable. */
function command(run: string, reason: string | null, packageToken?: string): YamlEntry[] {
  const token = packageToken === undefined ? [] : [entry(packageToken, plain('${{ github.token }}'))];
  const isPlain = !run.includes('${{');
  const environment = isPlain ? token : [entry('COMMAND', literal(run)), ...token];
  return [
    ...(environment.length > 0 ? [entry('env', map(environment))] : []),
    entry('run', scalar(isPlain ? withQuotedValues(run) : 'eval "$COMMAND"', reason)),
  ];
}
