import { parse } from 'yaml';
import { ERROR_CATALOGUE } from '../../src/domain/errors.ts';

interface Described {
  readonly description: string;
  readonly default?: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, Described>>;
  readonly outputs: Readonly<Record<string, Described>>;
}

/** A table of the inputs of an action's description. */
export function inputTable(text: string): string {
  const { inputs } = parse(text) as Action;
  const rows = Object.entries(inputs).map(([name, { description, default: value = '' }]) =>
    row(`\`${name}\``, value === '' ? '' : `\`${value}\``, description),
  );
  return ['| input | default | what it is |', '|---|---|---|', ...rows].join('\n');
}

/** A table of its outputs. */
export function outputTable(text: string): string {
  const { outputs } = parse(text) as Action;
  const rows = Object.entries(outputs).map(([name, { description }]) => row(`\`${name}\``, description));
  return ['| output | what it is |', '|---|---|', ...rows].join('\n');
}

/** Every code that may end a run, with what to do. */
export function errorTable(): string {
  const rows = Object.entries(ERROR_CATALOGUE).map(([code, { help }]) => row(`\`${code}\``, help));
  return ['| code | what to do |', '|---|---|', ...rows].join('\n');
}

/** The actions that a workflow uses, each once, as GitHub's settings take a list of what is allowed. */
export function usedActions(text: string): string {
  const names = [...text.matchAll(/^\s*(?:- )?uses: ([^@\s]+)@/gm)].map(([, name = '']) => name);
  // Those of GitHub itself are a setting of their own.
  const others = [...new Set(names)].filter((name) => !name.startsWith('actions/')).sort();
  return ['```', ...others.map((name) => `${name}@*,`), '```'].join('\n');
}

/** A row of a table, with what would end a cell escaped. */
export function row(...cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}
