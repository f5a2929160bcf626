import { withoutVariables } from '../../../domain/in-front.ts';
import { withoutEnvironmentRun } from '../../called/environment-run.ts';
import { oncePerSnapshot } from '../../once.ts';
import { baseName } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { type PipelineCall, pipelineCalls } from '../calls.ts';
import { calledTask } from './called-task.ts';

/** The tools that pipelines run so that their failure counts, by themselves or by a task. */
export const countedTools = oncePerSnapshot(
  (snapshot: Snapshot): ReadonlySet<string> => toolsOf(snapshot, pipelineCalls(snapshot)),
);

/** The tools of these calls, by themselves or by a task. */
export function toolsOf(snapshot: Snapshot, calls: readonly Pick<PipelineCall, 'run' | 'directory'>[]): Set<string> {
  const runs = calls.flatMap((call) => [call.run, ...(calledTask(snapshot, call)?.lines ?? [])]);
  return new Set(runs.map(toolOf));
}

/** Programs whose first word says what they do. */
const OF_WORDS =
  /^(?:npm|pnpm|yarn|bun|deno|composer|make|just|task|rake|cargo|go|dotnet|ruff|biome|terraform|tofu|mix|buf|helm|mvnw?|gradlew?|sbt|php|swift)$/;

/** What a package is brought by for one call, and what starts a module by its name. */
const WITH = /(?<=^uv run) --with[= ]\S{1,100}/;
const MODULE = /^python3? -m /;

/** What a command calls, however it is started and whatever it is told: `ruff check`, `mypy`, `npm lint`. */
export function toolOf(run: string): string {
  const started = withoutVariables(run).replace(WITH, '');
  const [program = '', ...words] = withoutEnvironmentRun(started).replace(MODULE, '').split(' ');
  const name = baseName(program);
  const [word = ''] = words.filter((it) => it !== 'run' && !it.startsWith('-'));
  return OF_WORDS.test(name) ? `${name} ${word}`.trim() : name;
}
