import { oncePer } from '../../domain/once.ts';
import { type GithubFile, printedInto } from './printed.ts';
import { commandsOf } from './shell.ts';
import { putInto } from './shell-text.ts';
import { asMapping, asText, byName, type Mapping } from './values.ts';

/** What a step hands to later ones, by name in lower case: texts of the workflow that become part of it, as expressions. */
export interface StepWrites {
  readonly outputs: ReadonlyMap<string, string>;
  /** Variables of all later steps. */
  readonly variables: ReadonlyMap<string, string>;
}

/** What a script writes to `$GITHUB_OUTPUT` and `$GITHUB_ENV`, or tells by the old commands, as far as its words tell. Each step is asked by every one that reads of it. */
export const writesOf = oncePer((step: Mapping): StepWrites => {
  const [run, script] = [asText(step.run) ?? '', asText(asMapping(step.with).script) ?? ''];
  return {
    outputs: new Map([...writtenTo('OUTPUT', run), ...setBy('setOutput', script)]),
    variables: new Map([...writtenTo('ENV', run), ...setBy('exportVariable', script)]),
  };
});

/** The texts of the workflow that a shell puts into each of some words of a script: it as it stands, and the values of its variables. */
export function textsPutInto(words: readonly string[], commands: readonly string[]): string[] {
  const locals = localsOf(commands);
  return words.map((word) => resolve(word, locals, new Set()));
}

type Named = readonly [name: string, text: string];

function writtenTo(file: Exclude<GithubFile, 'PATH'>, run: string): Named[] {
  if (!new RegExp(`GITHUB[_.]${file}|::set-${file}`, 'i').test(run)) return [];
  const commands = commandsOf(run);
  const locals = localsOf(commands);
  const { lines, documents } = printedInto(file, run);
  const old = commands.flatMap((command): Named[] => {
    const [, name, value = ''] =
      new RegExp(`^echo\\s+["']?::set-${file}\\s+name=([\\w-]+)::(.*)$`, 'is').exec(command) ?? [];
    return name === undefined ? [] : [[name, value]];
  });
  const named = [...pairsIn([...lines, ...documents]), ...old].map(
    ([name, value]): Named => [name.toLowerCase(), resolve(value, locals, new Set())],
  );
  return [...byName(named)].map(([name, texts]) => [name, texts.join(' ')]);
}

/** `name=value`, and `name<<END` with the lines up to that word. */
function pairsIn(written: readonly string[]): Named[] {
  const found: Named[] = [];
  let open: { readonly name: string; readonly end: string } | null = null;
  for (const text of written) {
    const [, name, sign, rest = ''] = /^["']?([A-Za-z_][\w-]*)(=|<<)(.*)$/s.exec(text) ?? [];
    if (open && unquoted(text) === open.end) open = null;
    else if (open) found.push([open.name, text]);
    else if (name !== undefined && sign === '=') found.push([name, text]);
    else if (name !== undefined) open = { name, end: unquoted(rest) };
  }
  return found;
}

function unquoted(text: string): string {
  return text.replaceAll(/["']/g, '');
}

/** Assignments of the script itself. */
export function localsOf(commands: readonly string[]): ReadonlyMap<string, string> {
  const found = commands.flatMap((command): Named[] => {
    const [, name = '', value = ''] =
      /^(?:(?:export|local|readonly|declare(?:\s+-\w+)*)\s+)?([A-Za-z_]\w*)=(.*)$/s.exec(command) ?? [];
    return name === '' ? [] : [[name, value]];
  });
  return new Map(found);
}

/** Variables that GitHub itself fills with what others name. */
const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ['GITHUB_HEAD_REF', 'github.head_ref'],
  ['GITHUB_REF', 'github.ref'],
  ['GITHUB_REF_NAME', 'github.ref_name'],
]);

/** Of one text; nobody writes half of it. */
const MAX_VARIABLES = 30;

function resolve(word: string, locals: ReadonlyMap<string, string>, seen: Set<string>): string {
  const { text, variables } = putInto(word);
  const values = variables.map((name) => {
    if (seen.has(name) || seen.size >= MAX_VARIABLES) return '';
    seen.add(name);
    const local = locals.get(name);
    return local === undefined ? `\${{ ${DEFAULTS.get(name) ?? `env.${name}`} }}` : resolve(local, locals, seen);
  });
  return [...expressionsOf(text), ...values].join(' ');
}

function expressionsOf(text: string): string[] {
  return text.match(/\$\{\{.*?\}\}/gs) ?? [];
}

/** `core.setOutput('name', context.payload.issue.title)` of github-script, where the value is handed on as it is. */
function setBy(call: string, script: string): Named[] {
  const pattern = new RegExp(
    `core\\.${call}\\(\\s*["'\`]([\\w-]+)["'\`]\\s*,\\s*(?:context\\.payload\\.([\\w.?]+)|process\\.env\\.(\\w+))\\s*\\)`,
    'g',
  );
  return [...script.matchAll(pattern)].map(([, name = '', event, variable]) => [
    name.toLowerCase(),
    event === undefined ? `\${{ env.${variable} }}` : `\${{ github.event.${event.replaceAll('?', '')} }}`,
  ]);
}
