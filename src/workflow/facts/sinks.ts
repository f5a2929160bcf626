import type { DocumentPath } from '../../domain/finding.ts';
import { expressionsIn } from '../expressions/find.ts';
import type { ContextPath } from '../expressions/tree.ts';
import { originsOf, type Scope } from './flows.ts';
import { firstWord } from './shell-text.ts';
import { textsPutInto } from './step-writes.ts';
import { isUntrusted } from './untrusted.ts';
import type { UsesFact } from './uses.ts';
import { asText, type Mapping } from './values.ts';

/** A place where text becomes a program: `run`, or an input that an action runs. */
export interface SinkFact {
  readonly path: DocumentPath;
  /** The source of the first expression in it that outsiders can fill; null where there is none. */
  readonly injected: string | null;
  /** The first that puts in a value of a matrix that an earlier job makes, such as names of changed folders; null where there is none. */
  readonly madeByMatrix: string | null;
}

/** Inputs of actions that become a program, or the words of a command line that a shell reads. */
const SCRIPT_INPUTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'actions/github-script': ['script'],
    'addnab/docker-run-action': ['options', 'run'],
    'amadevus/pwsh-script': ['script'],
    'appleboy/ssh-action': ['script'],
    'azure/cli': ['inlinescript'],
    'azure/powershell': ['inlinescript'],
    'cardinalby/js-eval-action': ['expression'],
    'changesets/action': ['publish', 'version'],
    'cloudflare/wrangler-action': ['command', 'precommands', 'postcommands'],
    'cypress-io/github-action': ['command', 'build', 'start'],
    'devorbitus/yq-action-output': ['cmd'],
    'gautamkrishnar/blog-post-workflow': ['item_exec'],
    'jannekem/run-python-script-action': ['script'],
    'mikefarah/yq': ['cmd'],
    'nick-fields/retry': ['command', 'on_retry_command', 'new_command_on_retry'],
    'paambaati/codeclimate-action': ['coveragecommand'],
    'reactivecircus/android-emulator-runner': ['script', 'pre-emulator-launch-script'],
    'sergeysova/jq-action': ['cmd'],
    'uraimo/run-on-arch-action': ['run', 'install', 'setup'],
  }),
);

export interface SinkContext {
  readonly path: DocumentPath;
  readonly scope: Scope;
  /** `inputs` of a call or a dispatch that hold free text. */
  readonly freeInputs: ReadonlySet<string>;
}

/** What a step runs. */
export interface Programs {
  readonly run: string | null;
  readonly commands: readonly string[];
  readonly inputs: Mapping;
  readonly uses: UsesFact | null;
}

export function sinksOf({ run, commands, inputs, uses }: Programs, context: SinkContext): SinkFact[] {
  const names = SCRIPT_INPUTS.get(uses?.repository ?? '') ?? [];
  const scripts = Object.entries(inputs).flatMap(([key, value]) => {
    const text = names.includes(key.toLowerCase()) ? asText(value) : null;
    return text === null ? [] : [sinkAt([...context.path, 'with', key], text, context)];
  });
  if (run === null) return scripts;
  const sink = sinkAt([...context.path, 'run'], run, context);
  return [{ ...sink, injected: sink.injected ?? firstEvaluated(commands, context) }, ...scripts];
}

function sinkAt(path: DocumentPath, text: string, { scope, freeInputs }: SinkContext): SinkFact {
  const sources = [...new Set(expressionsIn(text))];
  const ofMatrix = sources.filter((source) => /\bmatrix\b/i.test(source));
  return {
    path,
    injected: firstFrom(sources, (origin) => isInjectable(origin, freeInputs), scope),
    madeByMatrix: firstFrom(ofMatrix, ([context]) => context === 'steps' || context === 'needs', scope),
  };
}

/** Commands that run a text as a program. Of those that end with a flag only the next word is one: the others are its arguments. */
const EVALUATES =
  /^(?:eval|iex|Invoke-Expression|((?:\S*\/)?(?:ba|da|z|k|a)?sh\s+(?:-\w+\s+)*-\w*c|(?:pwsh|powershell)\s+-c(?:ommand)?|python3?\s+-c|node\s+(?:-e|-p|--eval|--print)|(?:perl|ruby)\s+-\w*e))\s+(\S.*)$/is;

/**
 * What a script runs as a program although it came as a variable, by the name that it has where it comes from. An input that is run that way
 * is there to be run: its caller knows.
 */
function firstEvaluated(commands: readonly string[], { scope }: SinkContext): string | null {
  const programs = commands.flatMap((command) => {
    const [, takesOne, rest = ''] = EVALUATES.exec(command) ?? [];
    return rest === '' ? [] : [takesOne === undefined ? rest : firstWord(rest)];
  });
  for (const text of textsPutInto(programs, commands)) {
    const found = originsOf(text, scope).find(({ path }) => inputOf(path) === null && isUntrusted(path));
    if (found) return found.path.join('.');
  }
  return null;
}

/** Expressions that are looked at one by one, to say which it is. */
const MAX_NAMED = 100;

/** The first of the expressions that has such an origin; null where none has. */
function firstFrom(sources: readonly string[], isIt: (origin: ContextPath) => boolean, scope: Scope): string | null {
  const has = (some: readonly string[]) =>
    originsOf(some.map((source) => `\${{ ${source} }}`).join(''), scope).some(({ path }) => isIt(path));
  // Nearly always there is none, which one look at all of them tells.
  if (sources.length === 0 || !has(sources)) return null;
  return sources.slice(0, MAX_NAMED).find((source) => has([source])) ?? sources[0] ?? null;
}

function isInjectable(origin: ContextPath, freeInputs: ReadonlySet<string>): boolean {
  const input = inputOf(origin);
  if (input === null) return isUntrusted(origin);
  return input === '*' ? freeInputs.size > 0 : freeInputs.has(input);
}

/** The name of an input in its two spellings; `*` for all of them. */
function inputOf(origin: ContextPath): string | null {
  const [first, second, third, fourth] = origin;
  if (first === 'inputs') return second ?? '*';
  return first === 'github' && second === 'event' && third === 'inputs' ? (fourth ?? '*') : null;
}
