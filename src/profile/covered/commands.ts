import { countedCommands } from '../called/counted.ts';
import { withParts } from '../called/lifecycle.ts';
import { neededBy, startedBy } from '../called/started.ts';
import type { StepRun } from '../ci/step-runs.ts';
import type { CiStep } from '../ci/steps.ts';
import { layered } from '../ci/yaml-steps.ts';
import { asCommand } from '../pipelines/actions.ts';
import type { ShellCommand } from '../shell/shell.ts';
import type { Snapshot } from '../snapshot.ts';
import { withoutProfile } from './cargo-profiles.ts';
import { asProgram } from './programs.ts';

/** A command, and where it runs. */
export interface PlacedCommand extends Pick<ShellCommand, 'run' | 'directory' | 'line' | 'environment'> {
  /** Files of tasks and scripts by which the step comes to run it; absent where it stands in the workflow. */
  readonly through?: readonly string[];
}

/** What a step runs: the commands of its script, those of the tasks and scripts that they start, and the one that stands for its action. */
export function commandsOf(snapshot: Snapshot, { step, script, directory }: StepRun): PlacedCommand[] {
  if (step.uses !== null) return actionCommands(step);
  if (directory === null) return [];
  return countedCommands(script, directory).flatMap((command) => {
    const environment = layered(step.environment, command.environment);
    const inner = [...startedBy(snapshot, command), ...neededBy(snapshot, command)].map((one) => ({
      ...one,
      line: command.line,
      environment: layered(environment, one.environment),
    }));
    return [{ ...command, environment }, ...inner].flatMap<PlacedCommand>((one) =>
      [asProgram(snapshot, one), ...withoutProfile(snapshot, one)].flatMap(withParts),
    );
  });
}

function actionCommands(step: CiStep): PlacedCommand[] {
  const { script, directory } = asCommand(step);
  const [only] = script;
  if (only === undefined || directory === null || !isWhole(step)) return [];
  return [{ run: only.text, directory, line: step.line, environment: step.environment }];
}

/** Options of golangci-lint that change what is told and how long it may take, or name the settings that it finds by itself. */
const QUIET =
  /^(?:-v|--verbose|--timeout[= ]\w{1,20}|--show-stats|(?:-c|--config)[= ](?:\.\/)?\.golangci\.(?:ya?ml|toml|json)(?=\s|$)|\.\/\.\.\.|\s)*$/;

/** Whether the action checks all of the code and fails where it finds something. (golangci/golangci-lint-action, "action.yml") */
function isWhole({ uses, inputs }: CiStep): boolean {
  if (uses !== 'golangci/golangci-lint-action') return true;
  const isPart = ['only-new-issues', 'install-only'].some((name) => !/^(?:false)?$/.test(inputs.get(name) ?? ''));
  return !isPart && QUIET.test(inputs.get('args') ?? '');
}
