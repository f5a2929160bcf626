import type { Evidence } from '../../../domain/evidence.ts';
import type { EcosystemName, LintCommand } from '../../../domain/profile.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { PipelineCall } from '../calls.ts';
import { calledTask } from './called-task.ts';
import { ecosystemOfName, kindOfName } from './kinds.ts';
import { type Tool, toolsIn } from './tools.ts';

/** A call of a task runner, seen through to what its task does. */
export interface TaskCall {
  readonly command: LintCommand;
  readonly ecosystem: EcosystemName;
  /** The tools that the task calls itself. */
  readonly tools: readonly Tool[];
  /** What it runs. */
  readonly lines: readonly string[];
}

/** What just is told besides makes no difference to what its recipe checks. */
const JUST_FLAGS = /^(just [\w-]{1,100})(?: --?[\w=.-]{1,60}){1,6}$/;

/** The check that a pipeline starts by the name of a task; null where it is none, or more is needed for it than the unit's own tools. */
export function taskCall(snapshot: Snapshot, call: PipelineCall): TaskCall | null {
  const task = calledTask(snapshot, { run: call.run.replace(JUST_FLAGS, '$1'), directory: call.directory });
  const kind = task ? kindOfName(task.name) : null;
  if (!task || kind === null || kind === 'test' || task.before.length > 0) return null;
  const { name, lines: body } = task;
  if (body.length === 0 || body.some((line) => NEEDS_MORE.test(line))) return null;
  const tools = body.flatMap(toolsIn);
  const ecosystem = ecosystemOfName(name) ?? languageOf(body, tools);
  if (ecosystem === null || ecosystem === 'another') return null;
  const because: Evidence[] = [...call.because, ...task.because];
  return { ecosystem, tools, lines: body, command: { check: kind, run: call.run, directory: call.directory, because } };
}

/** Programs that are not there, what changes something outside, and words by which a recipe changes what it should check. */
const NEEDS_MORE = new RegExp(
  [
    String.raw`(?:^|[\s;&|])(?:docker|docker-compose|podman|podman-compose|kubectl|helm|curl|wget|ssh|sudo|aws|gcloud|az|apt|apt-get|brew|pip|npm i|npm install|git push)\s`,
    String.raw`(?:^|[\s;&|])(?:cargo|npm|pnpm|yarn|terraform|tofu) (?:[-+]\S{1,60} ){0,3}(?:publish|apply|destroy)(?:\s|$)`,
    String.raw`\s(?:-w|--write|--fix)(?:\s|$)`,
  ].join('|'),
);

const PROGRAMS: readonly (readonly [program: RegExp, ecosystem: EcosystemName])[] = [
  [/(?:^|[\s{_])cargo\b/, 'rust'],
  [/(?:^|\s)go (?:vet|build|run|list)\b/, 'go'],
];

/** The one language whose program the recipe starts. */
function languageOf(body: readonly string[], tools: readonly Tool[]): EcosystemName | null {
  const named = PROGRAMS.filter(([program]) => body.some((line) => program.test(line))).map(([, name]) => name);
  const found = new Set([...tools.map(({ ecosystem }) => ecosystem), ...named]);
  const [only] = found;
  return only !== undefined && found.size === 1 ? only : null;
}
