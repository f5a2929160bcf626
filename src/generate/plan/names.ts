import type { Service, Unit } from '../../domain/profile.ts';

/** Ids of jobs of ours, and outputs of the job `changes`. */
const RESERVED = ['ci-gate', 'changes', 'images', 'image', 'checkout'];

const WHOLE = Number.POSITIVE_INFINITY;

/** GitHub allows 99 characters in a job's id; what follows a name (`-secret-scan`, a number) needs some of them. */
const LONGEST = 60;

/**
 * A short, stable, unique name for each unit, for job ids: its folder's name, more of the path where two are alike, the ecosystem for the
 * root or where two units share a folder. GitHub allows letters, digits, `-` and `_`.
 */
export function unitNames(units: readonly Unit[]): ReadonlyMap<Unit, string> {
  const levels = LEVELS.map((level) => units.map(level));
  const isOwn = (level: readonly string[], index: number) => {
    const name = level[index] ?? '';
    return level.indexOf(name) === level.lastIndexOf(name) && !RESERVED.includes(name);
  };
  const wanted = units.map(
    (unit, index) => levels.find((level) => isOwn(level, index))?.[index] ?? lastSteps(unit, WHOLE),
  );
  const names = distinct(wanted, RESERVED);
  return new Map(units.map((unit, index) => [unit, names[index] ?? unit.ecosystem]));
}

/** A short, stable, unique name for each service, for job ids and cache scopes. */
export function serviceNames(services: readonly Service[]): ReadonlyMap<Service, string> {
  const names = distinct(services.map(({ name }) => slug(name)));
  return new Map(services.map((service, index) => [service, names[index] ?? slug(service.name)]));
}

/** The names, with a number behind those that are taken already. */
export function distinct(names: readonly string[], taken: readonly string[] = []): string[] {
  const used = new Set(taken);
  return names.map((name) => {
    const free = firstFree(name, used);
    used.add(free);
    return free;
  });
}

/** Lower case letters without their accents, digits and single dashes, beginning with a letter. */
export function slug(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return /^[a-z]/.test(plain) ? plain : `x${plain === '' ? '' : `-${plain}`}`;
}

/** From short to long: a unit is named by the first that no other unit shares. */
const LEVELS: readonly ((unit: Unit) => string)[] = [
  ...[1, 2, WHOLE].map((count) => (unit: Unit) => lastSteps(unit, count)),
  ...[1, 2, WHOLE].map((count) => (unit: Unit) => slug(`${lastSteps(unit, count)}-${unit.ecosystem}`)),
];

function lastSteps({ directory, ecosystem }: Unit, count: number): string {
  return directory === '.' ? ecosystem : slug(directory.split('/').slice(-count).join('-'));
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
  let number = 2;
  let free = name;
  while (taken.has(free)) {
    free = `${name}-${number}`;
    number += 1;
  }
  return free;
}
