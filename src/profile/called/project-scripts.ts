import type { DocumentPath } from '../../domain/finding.ts';
import { isMapping, type Manifest } from '../formats/manifest.ts';
import { readToml } from '../formats/toml.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Body, Call } from './body.ts';
import { changesNothing } from './environment.ts';
import { ownShell } from './own-shell.ts';

/** A program that runs scripts by the names that a project gives them in TOML. */
interface ScriptRunner {
  /** A call by nothing but the name: groups `name`, and `environment` where it has several. */
  readonly call: RegExp;
  /** Where each file has scripts, for an environment. */
  readonly tables: (environment: string) => readonly (readonly [file: string, table: DocumentPath])[];
  /** What is set for all scripts of a table. */
  readonly settings: (table: DocumentPath) => DocumentPath;
  /** Keys of a script with which it still runs all that it has, every time, where its file is. */
  readonly plain: ReadonlySet<string>;
  /** How a script is started that another one of its table names; null where none does that by the name alone. */
  readonly start: ((environment: string) => string) | null;
}

const NAME = String.raw`(?<name>[A-Za-z_][\w:.-]{0,99})`;
const PLAIN = new Set(['cmd', 'shell', 'help', 'description', 'composite', 'chain', 'depends-on', 'depends_on']);

/** (PDM, "PDM Scripts"; Hatch, "Environment configuration: Scripts"; Rye, "pyproject.toml: tool.rye.scripts"; Pixi, "Advanced tasks"; Pipenv, "Custom script shortcuts"; taskipy, "Usage") */
const RUNNERS: readonly ScriptRunner[] = [
  {
    // What PDM does itself comes before a script of that name.
    call: new RegExp(`^pdm (?:run |(?!(?:add|build|install|lock|publish|sync|update)$))${NAME}$`),
    tables: () => [['pyproject.toml', ['tool', 'pdm', 'scripts']]],
    settings: (table) => [...table, '_', 'env'],
    plain: PLAIN,
    start: () => 'pdm run',
  },
  {
    call: /^hatch (?:-e (?<chosen>[\w.-]{1,60}) )?run (?:(?<environment>[\w.-]{1,60}):)?(?<name>[\w-]{1,60})$/,
    // Each environment has what `default` has.
    tables: (environment) =>
      [environment, 'default'].flatMap((name) => [
        ['pyproject.toml', ['tool', 'hatch', 'envs', name, 'scripts']],
        ['hatch.toml', ['envs', name, 'scripts']],
      ]),
    settings: (table) => [...table.slice(0, -1), 'env-vars'],
    plain: new Set(),
    start: (environment) => `hatch run ${environment}:`,
  },
  {
    call: new RegExp(`^rye run ${NAME}$`),
    tables: () => [['pyproject.toml', ['tool', 'rye', 'scripts']]],
    settings: (table) => [...table, '_', 'env'],
    plain: PLAIN,
    start: () => 'rye run',
  },
  {
    call: new RegExp(`^pixi run (?:(?:-e |--environment[= ])(?<environment>[\\w-]{1,60}) )?${NAME}$`),
    tables: () => [
      ['pixi.toml', ['tasks']],
      ['pyproject.toml', ['tool', 'pixi', 'tasks']],
    ],
    settings: (table) => [...table.slice(0, -1), 'activation', 'env'],
    plain: PLAIN,
    start: () => 'pixi run',
  },
  {
    call: new RegExp(`^pipenv run ${NAME}$`),
    tables: () => [['Pipfile', ['scripts']]],
    settings: (table) => [...table, '_', 'env'],
    plain: PLAIN,
    start: () => 'pipenv run',
  },
  {
    call: new RegExp(`^(?:(?:uv|poetry|pdm|pipenv|hatch) run )?task ${NAME}$`),
    tables: () => [['pyproject.toml', ['tool', 'taskipy', 'tasks']]],
    settings: (table) => [...table.slice(0, -1), 'settings'],
    plain: PLAIN,
    start: null,
  },
];

/** What a program of Python's projects runs for the name of a script. */
export function projectScriptBody(snapshot: Snapshot, { run, directory }: Call): Body | null {
  for (const runner of RUNNERS) {
    const { name, chosen, environment = chosen ?? 'default' } = runner.call.exec(run)?.groups ?? {};
    if (name === undefined) continue;
    for (const [written, table] of runner.tables(environment)) {
      const file = joinPath(directory, written);
      if (file === null || !snapshot.has(file)) continue;
      const { value } = readToml(snapshot, file);
      if (value.at([...table, name]) === undefined) continue;
      return bodyAt({ runner, value, table, environment }, name, directory);
    }
    return null;
  }
  return null;
}

interface Place {
  readonly runner: ScriptRunner;
  readonly value: Manifest;
  readonly table: DocumentPath;
  readonly environment: string;
}

function bodyAt({ runner, value, table, environment }: Place, name: string, directory: string): Body {
  const path = [...table, name];
  const script = value.at(path);
  const lineOf = (text: string) => ({ text, number: value.lineOf(path) });
  const start = runner.start?.(environment) ?? null;
  const starts = (other: string) => (start === null ? other : `${start} ${other}`.replace(': ', ':'));
  const isNamed = (text: string) => text !== name && value.at([...table, text.split(' ', 1)[0] ?? '']) !== undefined;
  const own = commandsOf(script)
    .map(withDefaults)
    .map((text) => (isNamed(text) ? starts(text) : text));
  const others = isMapping(script) ? OTHERS.flatMap((key) => value.oneOrMore([...path, key])).map(starts) : [];
  const isPlain = !isMapping(script) || Object.keys(script).every((key) => runner.plain.has(key));
  const isSet = !changesNothing(value.at(runner.settings(table)));
  const lines = [...others, ...own].map(lineOf);
  const isOpen = !isPlain || isSet;
  const counted = isOpen ? [] : lines.filter(({ text }) => !text.includes('\n'));
  return {
    file: value.file,
    directory,
    before: [],
    counted: counted.flatMap((line) => ownShell(line, directory)),
    lines,
  };
}

/** Lists of other scripts, or of what could be started by name as well. */
const OTHERS = ['composite', 'chain', 'depends-on', 'depends_on'];

/** A text, a list of commands, or a mapping with a text or with the words of one command. */
function commandsOf(script: unknown): string[] {
  if (typeof script === 'string') return [script.trim()];
  if (Array.isArray(script)) return script.filter((one) => typeof one === 'string').map((one) => one.trim());
  const { cmd, shell } = isMapping(script) ? script : {};
  const words = Array.isArray(cmd) && cmd.every((word) => typeof word === 'string') ? [cmd.join(' ')] : [];
  return [...words, ...[cmd, shell].filter((one) => typeof one === 'string').map((one) => one.trim())];
}

/** `{args:tests}` is what stands behind the colon, where nothing is handed on. (Hatch, "Context formatting") */
export function withDefaults(command: string): string {
  return command.replace(/\s?\{args:?([^{}]{0,200})\}/g, (_, given: string) => (given === '' ? '' : ` ${given}`));
}
