import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { EXISTING } from '../domain/coverage.ts';
import { ActionError } from '../domain/errors.ts';
import type { ModelInputs } from '../domain/provider.ts';
import {
  COMMANDS,
  type CommandLine,
  type CommandName,
  FORMATS,
  type GenerateInputs,
  TARGETS,
  USUAL_SECONDS,
} from './command.ts';
import { type ModelOptions, modelOf } from './command-model.ts';
import { PROVIDER_WORDS } from './model.ts';
import { nearestWord } from './nearest.ts';

export { COMMANDS, type CommandLine, type CommandName, FORMATS, type GenerateInputs, TARGETS, USUAL_SECONDS };

const MODEL_OPTIONS = {
  provider: { type: 'string', default: 'auto' },
  model: { type: 'string' },
  'base-url': { type: 'string' },
  'max-tokens': { type: 'string' },
  'max-cost-usd': { type: 'string' },
} as const;
const REPOSITORY = { repository: { type: 'string', default: '.' } } as const;
const JSON_OUTPUT = { json: { type: 'boolean', default: false } } as const;
const TIMEOUT = { 'timeout-seconds': { type: 'string', default: String(USUAL_SECONDS) } } as const;
const SHOW_PROMPT = { 'show-prompt': { type: 'boolean', default: false } } as const;
const HELP = { help: { type: 'boolean', short: 'h', default: false } } as const;

/** The options of each command. */
export const OPTIONS = {
  generate: {
    ...REPOSITORY,
    base: { type: 'string' },
    head: { type: 'string' },
    request: { type: 'string' },
    ...MODEL_OPTIONS,
    ...SHOW_PROMPT,
    existing: { type: 'string' },
    target: { type: 'string', default: 'github' },
    ...TIMEOUT,
    write: { type: 'boolean', default: false },
    output: { type: 'string' },
    explain: { type: 'boolean', default: false },
    ...JSON_OUTPUT,
    ...HELP,
  },
  profile: { ...REPOSITORY, ...JSON_OUTPUT, ...HELP },
  request: { ...REPOSITORY, ...MODEL_OPTIONS, ...SHOW_PROMPT, ...TIMEOUT, ...JSON_OUTPUT, ...HELP },
  validate: {
    format: { type: 'string', default: 'text' },
    policies: { type: 'string' },
    config: { type: 'string' },
    ...TIMEOUT,
    ...HELP,
  },
  explain: HELP,
  adopt: { ...REPOSITORY, write: { type: 'boolean', default: false }, ...HELP },
  'verify-audit': HELP,
} as const satisfies Record<CommandName, ParseArgsOptionsConfig>;

/** The arguments after the program's name as one typed value. Throws USAGE with one sentence, and with what was probably meant where something is near. */
export function readCommandLine(argv: readonly string[], environment: Environment = process.env): CommandLine {
  const [name = 'help', ...rest] = argv;
  if (name === 'help') return { command: 'help', topic: rest[0] === undefined ? null : commandNamed(rest[0]) };
  if (name === '--help' || name === '-h') return { command: 'help', topic: null };
  const command = commandNamed(name);
  if (rest.slice(0, endOfOptions(rest)).some((word) => word === '--help' || word === '-h'))
    return { command: 'help', topic: command };
  return readCommand(command, rest, environment);
}

function endOfOptions(words: readonly string[]): number {
  const end = words.indexOf('--');
  return end < 0 ? words.length : end;
}

function commandNamed(name: string): CommandName {
  return oneOf(name, COMMANDS, 'a command');
}

function readCommand(command: CommandName, argv: readonly string[], environment: Environment): CommandLine {
  switch (command) {
    case 'generate':
      return readGenerate(argv, environment);
    case 'profile': {
      const { values } = parse(command, argv, { most: 0 });
      return { command, repository: values.repository, json: values.json };
    }
    case 'request': {
      const { values, positionals } = parse(command, argv, { most: 1 });
      return {
        command,
        repository: values.repository,
        text: required(positionals[0], 'a sentence'),
        model: readModel(values, environment),
        timeoutSeconds: secondsOf(values['timeout-seconds']),
        showPrompt: values['show-prompt'],
        json: values.json,
      };
    }
    case 'validate':
      return readValidate(argv);
    case 'explain':
      return {
        command,
        rule: required(parse(command, argv, { most: 1 }).positionals[0], 'a rule, such as unpinned-uses'),
      };
    case 'adopt': {
      const { values } = parse(command, argv, { most: 0 });
      return { command, repository: values.repository, write: values.write };
    }
    case 'verify-audit':
      return { command };
  }
}

function readValidate(argv: readonly string[]): CommandLine {
  const { values, positionals } = parse('validate', argv, { most: Number.POSITIVE_INFINITY });
  return {
    command: 'validate',
    paths: positionals,
    format: oneOf(values.format, FORMATS, 'a value of --format'),
    policies: values.policies ?? null,
    config: values.config ?? null,
    timeoutSeconds: secondsOf(values['timeout-seconds']),
  };
}

function readGenerate(argv: readonly string[], environment: Environment): GenerateInputs {
  const { values } = parse('generate', argv, { most: 0 });
  if (values.write && values.output !== undefined)
    throw usage('--write and --output exclude each other: choose where the files go.');
  if (values['show-prompt'] && values.request === undefined)
    throw usage('--show-prompt needs --request: where nothing is said, no model is asked.');
  return {
    command: 'generate',
    repository: values.repository,
    base: values.base ?? null,
    head: values.head ?? null,
    request: values.request ?? null,
    model: readModel(values, environment),
    existing: values.existing === undefined ? null : oneOf(values.existing, EXISTING, 'a value of --existing'),
    targets: values.target.split(',').map((target) => oneOf(target.trim(), TARGETS, 'a value of --target')),
    timeoutSeconds: secondsOf(values['timeout-seconds']),
    destination: destinationOf(values.write, values.output),
    json: values.json,
    explain: values.explain,
    showPrompt: values['show-prompt'],
  };
}

function destinationOf(write: boolean, output: string | undefined): GenerateInputs['destination'] {
  if (write) return { kind: 'repository' };
  return output === undefined ? { kind: 'none' } : { kind: 'folder', path: output };
}

function parse<C extends CommandName>(command: C, argv: readonly string[], { most }: { readonly most: number }) {
  const options = OPTIONS[command];
  try {
    const parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    if (parsed.positionals.length > most) throw usage(tooMany(command, most, parsed.positionals[most] ?? ''));
    refuseEmpty(parsed.values);
    return parsed;
  } catch (thrown) {
    if (thrown instanceof ActionError) throw thrown;
    throw usage(explainParseError(thrown, command), thrown);
  }
}

/** A folder and a sentence have options, which nobody knows who uses it for the first time. */
function tooMany(command: CommandName, most: number, word: string): string {
  if (most > 0) return `${command} takes at most ${most} argument; quote a sentence as one word.`;
  const meant = [
    'repository' in OPTIONS[command] ? 'a checkout is named by --repository' : '',
    'request' in OPTIONS[command] ? 'what is wanted by --request' : '',
  ].filter((words) => words !== '');
  return `${command} takes no argument, but was given '${word}': ${meant.join(', ')}.`;
}

/** An empty value is a variable that was not set; it must not mean the folder where we happen to be. */
function refuseEmpty(values: Readonly<Record<string, unknown>>): void {
  const empty = Object.keys(values).find((name) => /^\s*$/.test(String(values[name])));
  if (empty !== undefined) throw usage(`--${empty} was given an empty value.`);
}

type Environment = Readonly<Record<string, string | undefined>>;

function readModel(values: ModelOptions & { readonly provider: string }, environment: Environment): ModelInputs {
  return modelOf({ ...values, provider: oneOf(values.provider, PROVIDER_WORDS, 'a value of --provider') }, environment);
}

/** Node's sentence, shortened, with the option that was probably meant. */
function explainParseError(thrown: unknown, command: CommandName): string {
  const message = thrown instanceof Error ? (thrown.message.split(/\. |\n/)[0] ?? '') : String(thrown);
  const unknown = /Unknown option '(-[^']*)'/.exec(message)?.[1];
  if (unknown === undefined) return `${command}: ${message}.`;
  const known = Object.keys(OPTIONS[command]).map((name) => `--${name}`);
  const near = nearestWord(unknown, known);
  return `${command} has no option ${unknown}${near === null ? '.' : `; did you mean ${near}?`}`;
}

function oneOf<T extends string>(value: string, allowed: readonly T[], what: string): T {
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  const near = nearestWord(value, allowed);
  const all = allowed.join(', ');
  throw usage(`'${value}' is not ${what}${near === null ? `: there are ${all}.` : `; did you mean ${near}? (${all})`}`);
}

function secondsOf(text: string): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 1 && value <= 3600) return value;
  throw usage(`--timeout-seconds takes a whole number from 1 to 3600, not '${text}'.`);
}

function required(value: string | undefined, what: string): string {
  if (value !== undefined && value.trim() !== '') return value;
  throw usage(`Give ${what}.`);
}

function usage(message: string, cause?: unknown): ActionError {
  return new ActionError('USAGE', message, { cause });
}
