import type { Unit } from '../../domain/profile.ts';

/** Ids that jobs of ours have. */
const RESERVED = new Set(['ci-gate', 'changes', 'image', 'checkout']);

/**
 * A short, stable, unique name for each unit, for job ids: its folder's name, more of the path where two are alike, the ecosystem for the
 * root or where two units share a folder. GitHub allows letters, digits, `-` and `_`.
 */
export function unitNames(units: readonly Unit[]): ReadonlyMap<Unit, string> {
  const short = new Map(units.map((unit) => [unit, lastSteps(unit, 1)]));
  const isUnique = (name: string, unit: Unit) => [...short].every(([other, it]) => other === unit || it !== name);
  const names = new Map<Unit, string>();
  const taken = new Set(RESERVED);
  for (const unit of units) {
    const [first = '', ...longer] = [lastSteps(unit, 1), lastSteps(unit, 2), lastSteps(unit, 99)].flatMap((name) => [
      name,
      `${name}-${unit.ecosystem}`,
    ]);
    const name =
      isUnique(first, unit) && !taken.has(first)
        ? first
        : (longer.find((it) => !taken.has(it)) ?? numbered(first, taken));
    names.set(unit, name);
    taken.add(name);
  }
  return names;
}

function lastSteps({ directory, ecosystem }: Unit, count: number): string {
  return directory === '.' ? ecosystem : slug(directory.split('/').slice(-count).join('-'));
}

/** Lower case, digits and single dashes, beginning with a letter. */
export function slug(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return /^[a-z]/.test(plain) ? plain : `x${plain === '' ? '' : `-${plain}`}`;
}

function numbered(name: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}
