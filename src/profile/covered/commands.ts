import type { CiStep } from '../ci/steps.ts';
import { asCommand } from '../harvest/actions.ts';
import type { ShellCommand } from '../harvest/shell.ts';
import { layered } from '../harvest/yaml-steps.ts';
import type { Snapshot } from '../snapshot.ts';
import { countedCommands } from './script.ts';
import type { StepRun } from './steps.ts';
import { taskCommands } from './tasks.ts';

/** A command, and where it runs. */
export type PlacedCommand = Pick<ShellCommand, 'run' | 'directory' | 'line' | 'environment'>;

/** What a step runs: the commands of its script, those of the tasks that they start, and the one that stands for its action. */
export function commandsOf(snapshot: Snapshot, { step, script, directory }: StepRun): PlacedCommand[] {
  if (step.uses !== null) return actionCommands(step);
  if (directory === null) return [];
  const placed = ({ environment, ...command }: ShellCommand, line: number): PlacedCommand => ({
    ...command,
    line,
    environment: layered(step.environment, environment),
  });
  return countedCommands(script, directory).flatMap((command) => [
    placed(command, command.line),
    ...taskCommands(snapshot, command).map((one) => placed(one, command.line)),
  ]);
}

function actionCommands(step: CiStep): PlacedCommand[] {
  const { script, directory } = asCommand(step);
  const [only] = script;
  if (only === undefined || directory === null || !isWhole(step)) return [];
  return [{ run: only.text, directory, line: step.line, environment: step.environment }];
}

/** Options of golangci-lint that change what is told and how long it may take. */
const QUIET = /^(?:-v|--verbose|--timeout[= ]\w{1,20}|--show-stats|\.\/\.\.\.|\s)*$/;

/** Whether the action checks all of the code and fails where it finds something. (golangci/golangci-lint-action, "action.yml") */
function isWhole({ uses, inputs }: CiStep): boolean {
  if (uses !== 'golangci/golangci-lint-action') return true;
  const isPart = ['only-new-issues', 'install-only'].some((name) => !/^(?:false)?$/.test(inputs.get(name) ?? ''));
  return !isPart && QUIET.test(inputs.get('args') ?? '');
}
