import type { Matrix } from '../../domain/matrix.ts';
import type { Unit } from '../../domain/profile.ts';
import type { Check, IntentOf } from '../../domain/request.ts';
import { matrixTool } from './setup.ts';

/** Versions and systems are for tests and builds; a style is checked once. */
export const RUNS_IN_MATRIX: readonly Check[] = ['test', 'build'];

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['golang', 'go'],
  ['nodejs', 'node'],
  ['jdk', 'java'],
  ['.net', 'dotnet'],
]);

/** Whether a matrix may name versions of that tool for a unit. */
export function isMatrixTool(tool: string, unit: Unit): boolean {
  return (ALIASES.get(tool) ?? tool) === matrixTool(unit);
}

/** The variants that are wanted, the narrowest wish for each of versions and systems; null where there are none. */
export function matrixFor(
  unit: Unit,
  wanted: readonly IntentOf<'matrix'>[],
  { hasContainers }: { readonly hasContainers: boolean },
): Extract<Matrix, { kind: 'variants' }> | null {
  const tool = matrixTool(unit);
  const own = wanted.filter((intent) => intent.tool !== undefined && isMatrixTool(intent.tool, unit));
  const values = own.flatMap((intent) => (intent.versions ? [intent.versions] : [])).at(-1);
  // GitHub starts service containers on Linux alone.
  const systems = hasContainers
    ? undefined
    : wanted.flatMap((intent) => (intent.systems ? [intent.systems] : [])).at(-1);
  if (!values && !systems) return null;
  return {
    kind: 'variants',
    versions: tool !== null && values ? { tool, values: [...new Set(values)] } : null,
    systems: [...new Set(systems ?? [])],
  };
}
