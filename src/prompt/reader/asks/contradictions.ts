import type { Intent, Question } from '../../../domain/request.ts';
import { has, tagged } from '../clauses/chunks.ts';
import { atomsOf, type Clause, textOf } from '../clauses/clause.ts';

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
    const contrary = intents.slice(index + 1).map((later) => differencesOf(intent, later));
    const first = contrary.find((differences) => differences.length > 0);
    return first === undefined ? [] : [asksWhich(intent, first)];
  });
}

/** What two wishes about the same thing both say, and not alike: `minutes 20 and 30`. */
function differencesOf(one: Intent, other: Intent): string[] {
  const same = SAME_THING[one.kind];
  if (same === undefined || one.kind !== other.kind) return [];
  const others = new Map(Object.entries(other));
  const isUnlike = (key: string, value: unknown) => JSON.stringify(value) !== JSON.stringify(others.get(key));
  const unlike = Object.entries(one).filter(([key, value]) => isUnlike(key, value));
  if (unlike.some(([key]) => key === 'for' || same.includes(key))) return [];
  return unlike
    .filter(([key]) => others.has(key))
    .map(([key, value]) => `${key} ${plain(value)} and ${plain(others.get(key))}`);
}

/** `lint web on pull requests and test cart on pushes`: what starts the pipeline starts all of it. */
export function startedApart(clauses: readonly Clause[]): Question[] {
  const own = clauses.map(atomsOf).filter((atoms) => has(atoms, 'check', 'tool') && has(atoms, 'event'));
  const events = own.map((atoms) => tagged(atoms, 'event').map(({ meaning }) => meaning.on));
  if (new Set(events.map((on) => [...new Set(on)].sort().join(' '))).size < 2) return [];
  const text = 'What starts the pipeline starts all of it. Should everything run on each of these?';
  return [{ about: textOf(own.flatMap((atoms) => tagged(atoms, 'event'))), text, choices: [] }];
}

function asksWhich(one: Intent, differences: readonly string[]): Question {
  const what = one.kind === 'check' ? `The check ${one.check}` : `The ${one.kind}`;
  const text = `${what} is asked for twice, and not alike: ${differences.join(', ')}. Which one is meant?`;
  return { about: '', text, choices: [] };
}

function plain(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}
