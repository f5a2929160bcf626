import { has, tagged } from './clauses/chunks.ts';
import type { Atom, Tag } from './meaning.ts';

/** A kind of wish. `secret` is the check that is for the whole repository. */
export type Family =
  | 'check'
  | 'image'
  | 'publish'
  | 'deploy'
  | 'chart'
  | 'database'
  | 'runner'
  | 'timeout'
  | 'matrix'
  | 'event'
  | 'secret'
  | 'custom';

/** What a tag is about. Only a starter begins a wish by itself; the others add to one. */
const FAMILIES: Readonly<Partial<Record<Tag, readonly [Family, isStarter: boolean]>>> = {
  check: ['check', true],
  tool: ['check', true],
  scan: ['image', true],
  secrets: ['secret', true],
  dependencies: ['check', false],
  percent: ['check', false],
  image: ['image', true],
  push: ['image', true],
  extra: ['image', true],
  platform: ['image', false],
  publish: ['publish', true],
  packages: ['publish', false],
  deploy: ['deploy', true],
  environment: ['deploy', false],
  through: ['deploy', false],
  approval: ['deploy', false],
  chart: ['chart', true],
  replicas: ['chart', true],
  scaling: ['chart', true],
  cpu: ['chart', false],
  memory: ['chart', false],
  mesh: ['chart', true],
  'host-word': ['chart', true],
  database: ['database', true],
  runner: ['runner', true],
  label: ['runner', false],
  timeout: ['timeout', true],
  minutes: ['timeout', true],
  versions: ['matrix', false],
  span: ['matrix', false],
  system: ['matrix', false],
  event: ['event', false],
  'tag-name': ['event', false],
  cron: ['event', false],
  day: ['event', false],
  code: ['custom', true],
};

/** Modifiers that one thing has once: two of them with two names are two wishes. */
export const ONCE: readonly Tag[] = [
  'environment',
  'versions',
  'system',
  'minutes',
  'percent',
  'tool',
  'database',
  'replicas',
  'cpu',
  'memory',
  'packages',
];

/** The kinds of wishes that some words are about. */
export function families(atoms: readonly Atom[]): Family[] {
  const found = new Set(atoms.flatMap((atom) => familyOf(atom) ?? []));
  // What is scanned for secrets or in dependencies is no image.
  if (found.has('secret') || has(atoms, 'dependencies')) found.delete('image');
  // `2 to 6 pods at 75 % CPU` is no threshold of a check.
  if (has(atoms, 'scaling') && !has(atoms, 'check', 'tool', 'dependencies')) found.delete('check');
  // An image is built: that is no build of code.
  const checks = tagged(atoms, 'check');
  if (
    found.has('image') &&
    has(atoms, 'image') &&
    !has(atoms, 'tool') &&
    checks.every(({ meaning }) => meaning.check === 'build')
  )
    found.delete('check');
  return [...found];
}

function familyOf({ meaning }: Atom): Family | undefined {
  return meaning.tag === 'check' && meaning.check === 'secret-scan' ? 'secret' : FAMILIES[meaning.tag]?.[0];
}

/** The words that could begin a wish. */
export function starters(atoms: readonly Atom[]): Atom[] {
  return atoms.filter(({ meaning }) => FAMILIES[meaning.tag]?.[1]);
}

/** Wishes that are for the whole repository whatever else is said. */
export function isAlone(of: readonly Family[]): boolean {
  return of.length > 0 && of.every((family) => family === 'event' || family === 'custom' || family === 'secret');
}
