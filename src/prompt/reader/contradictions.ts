import type { Intent, Question } from '../../domain/request.ts';

/** By what two wishes of one kind are about the same thing; all else that both of them say has to agree. */
const SAME_THING: Readonly<Partial<Record<Intent['kind'], readonly string[]>>> = {
  check: ['check'],
  matrix: ['tool'],
  service: ['service'],
  image: [],
  chart: [],
  runner: [],
  timeout: [],
};

/** Wishes in the same words that cannot both be: `lint it` and `do not lint it`, 20 minutes and 30 minutes. Nobody knows which is meant. */
export function contradictionsIn(intents: readonly Intent[]): Question[] {
  return intents.flatMap((intent, index) => {
    const other = intents.slice(index + 1).find((later) => isContrary(intent, later));
    return other === undefined ? [] : [asksWhich(intent, other)];
  });
}

function isContrary(one: Intent, other: Intent): boolean {
  const same = SAME_THING[one.kind];
  if (same === undefined || one.kind !== other.kind) return false;
  const [a, b] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  const agree = (key: string) => JSON.stringify(a.get(key)) === JSON.stringify(b.get(key));
  return ['for', ...same].every(agree) && [...a.keys()].some((key) => b.has(key) && !agree(key));
}

function asksWhich(one: Intent, other: Intent): Question {
  const [a, b] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  const said = [...a].filter(([key, value]) => b.has(key) && JSON.stringify(b.get(key)) !== JSON.stringify(value));
  const both = said.map(([key, value]) => `${key} ${plain(value)} and ${plain(b.get(key))}`).join(', ');
  const what = one.kind === 'check' ? `The check ${one.check}` : `The ${one.kind}`;
  return { about: '', text: `${what} is asked for twice, and not alike: ${both}. Which one is meant?`, choices: [] };
}

function plain(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}
