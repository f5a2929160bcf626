import { withoutEnvironmentRun } from '../called/environment-run.ts';
import { layered } from '../ci/yaml-steps.ts';
import { oncePerFile } from '../once.ts';
import { callsIn, type PipelineCall } from './calls.ts';
import { callsStartedBy } from './runner-calls.ts';

const RUNNER = /^(?:make|just|task|mise|poe|pdm|hatch|rye|pixi|pipenv) /;

/** What the tasks that pipelines start in a folder do there, in their order: to whoever sees a task through, they are the pipelines' own calls. */
export const recipeCallsIn = oncePerFile((snapshot, directory): readonly PipelineCall[] =>
  callsIn(snapshot, directory).flatMap((call) => {
    const commands =
      RUNNER.test(withoutEnvironmentRun(call.run)) || RUNNER.test(call.run) ? callsStartedBy(snapshot, call) : [];
    return commands
      .filter((command) => command.directory === directory)
      .map((command) => ({
        ...command,
        environment: layered(call.environment, command.environment),
        hasContainers: call.hasContainers,
        jobs: call.jobs,
        because: [...call.because, ...command.because],
      }));
  }),
);
