import { type MutationKind, nameOf, type Tried } from './mutant.ts';

const COLUMNS: readonly MutationKind[] = ['deleted', 'silenced', 'inverted', 'rule', 'condition', 'literal'];

/** Whether a test has shown it, or nothing needs to: it is no other program, or the reason why it does the same is written down. */
export function isHeld({ mutant, fate }: Tried, equivalent: Readonly<Record<string, string>>): boolean {
  return fate !== 'survived' || Object.hasOwn(equivalent, nameOf(mutant));
}

/** Reasons that are given for nothing: the mutant is killed, or is not there any more. */
export function staleReasons(tried: readonly Tried[], equivalent: Readonly<Record<string, string>>): string[] {
  const survived = new Set(tried.filter(({ fate }) => fate === 'survived').map(({ mutant }) => nameOf(mutant)));
  return Object.keys(equivalent).filter((name) => !survived.has(name));
}

/** A row for each policy and engine: killed of all, by what was done; then each survivor; the last line counts. */
export function mutantTable(tried: readonly Tried[], equivalent: Readonly<Record<string, string>>): string {
  const counted = tried.filter(({ fate }) => fate === 'killed' || fate === 'survived');
  const subjects = [...new Set(tried.map(({ mutant }) => mutant.of))];
  const width = Math.max(...subjects.map((name) => name.length));
  const row = (name: string, cells: readonly string[]) =>
    `${name.padEnd(width)}${cells.map((cell) => cell.padStart(11)).join('')}`.trimEnd();
  const cell = (of: string, kind: MutationKind) => {
    const here = counted.filter(({ mutant }) => mutant.of === of && mutant.kind === kind);
    return here.length === 0 ? '-' : `${here.filter(({ fate }) => fate === 'killed').length} of ${here.length}`;
  };
  const survivors = counted.filter(({ fate }) => fate === 'survived');
  const [held, loose] = [
    survivors.filter((it) => isHeld(it, equivalent)),
    survivors.filter((it) => !isHeld(it, equivalent)),
  ];
  return [
    row('', COLUMNS),
    ...subjects.map((of) =>
      row(
        of,
        COLUMNS.map((kind) => cell(of, kind)),
      ),
    ),
    '',
    ...held.map(({ mutant }) => `equivalent  ${nameOf(mutant)}\n            ${equivalent[nameOf(mutant)]}`),
    ...loose.map(({ mutant }) => `SURVIVED    ${nameOf(mutant)}`),
    `${counted.length} mutants: ${counted.length - survivors.length} killed, ${held.length} equivalent, ${loose.length} survived.`,
  ].join('\n');
}
