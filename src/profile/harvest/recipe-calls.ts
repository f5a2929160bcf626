import { layered } from '../ci/yaml-steps.ts';
import { oncePerFile } from '../once.ts';
import type { Snapshot } from '../snapshot.ts';
import { recipeCalled } from '../tasks/body.ts';
import { withoutGivenWords } from '../tasks/taskfile.ts';
import { readTasks } from '../tasks/tasks.ts';
import { callsIn, type PipelineCall } from './calls.ts';
import { shellCommands } from './shell.ts';

/** What the tasks that pipelines start in a folder do there, in their order: to whoever sees a task through, they are the pipelines' own calls. */
export const recipeCallsIn = oncePerFile((snapshot, directory): readonly PipelineCall[] =>
  callsIn(snapshot, directory).flatMap((call) => callsOfRecipe(snapshot, call)),
);

function callsOfRecipe(snapshot: Snapshot, call: PipelineCall): PipelineCall[] {
  const called = RUNNER.test(call.run) ? recipeCalled(snapshot, readTasks(snapshot), call) : null;
  if (called === null) return [];
  const lines = called.lines.map((text) => ({ text: withoutGivenWords(text), number: call.line }));
  return shellCommands({ lines, directory: call.directory })
    .filter(({ directory }) => directory === call.directory)
    .map((command) => ({
      ...command,
      environment: layered(call.environment, command.environment),
      hasContainers: call.hasContainers,
      because: [...call.because, called.because],
    }));
}

const RUNNER = /^(?:make|just|task) /;
