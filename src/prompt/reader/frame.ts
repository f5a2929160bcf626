import type { ProjectProfile } from '../../domain/profile.ts';
import { type Refusal, type RefusalRule, refusal } from '../../domain/refusal.ts';
import type { Intent, Question, Selector } from '../../domain/request.ts';
import { has, tagged } from './clauses/chunks.ts';
import { atomsOf, type Clause, type Part, textOf } from './clauses/clause.ts';
import type { Atom, Tag } from './meaning.ts';

/** What one kind of intent makes of a clause. Every atom that it has understood is claimed; what nobody claims is asked about. */
export interface Reading {
  readonly intents: readonly Intent[];
  readonly claimed: readonly Atom[];
  readonly questions: readonly Question[];
  readonly refused: readonly Refusal[];
}

export interface Scope {
  readonly clause: Clause;
  readonly profile: ProjectProfile;
}

export type Frame = (scope: Scope) => Reading;

export const NOTHING: Reading = { intents: [], claimed: [], questions: [], refused: [] };

export function understood(intents: readonly Intent[], claimed: readonly Atom[]): Reading {
  return { ...NOTHING, intents, claimed };
}

/** A question instead of intents; what it is about counts as understood. */
export function asks(about: readonly Atom[], text: string, choices: readonly string[] = []): Reading {
  return { ...NOTHING, claimed: about, questions: [{ about: textOf(about), text, choices }] };
}

export function refuses(about: readonly Atom[], rule: RefusalRule): Reading {
  return { ...NOTHING, claimed: about, refused: [refusal(rule)] };
}

export function together(readings: readonly Reading[]): Reading {
  return {
    intents: readings.flatMap(({ intents }) => intents),
    claimed: readings.flatMap(({ claimed }) => claimed),
    questions: readings.flatMap(({ questions }) => questions),
    refused: readings.flatMap(({ refused }) => refused),
  };
}

/** Whom a clause is for: everything where nobody said. */
export function targetsOf({ clause }: Scope): readonly Selector[] {
  return clause.selectors.length > 0 ? clause.selectors : [{ all: true }];
}

export function partsWith({ clause }: Scope, ...tags: readonly Tag[]): Part[] {
  return clause.parts.filter(({ atoms }) => has(atoms, ...tags));
}

export function isNegatedAt({ clause }: Scope, atom: Atom): boolean {
  return clause.parts.some(({ atoms, isNegated }) => isNegated && atoms.includes(atom));
}

/** The words that turn a part, which whoever has minded them claims. */
export function turnsOf(parts: readonly Part[]): Atom[] {
  return parts.flatMap(({ atoms }) => tagged(atoms, 'remove', 'off'));
}

/** `raise the limit to 20 minutes`, `bump Java to 25` say the whole value; by how much it changes would not. */
export function adjusting(atoms: readonly Atom[], value: Atom): Atom[] {
  const isWhole = atoms[atoms.indexOf(value) - 1]?.words.toLowerCase() === 'to' || / to /i.test(value.words);
  return isWhole ? tagged(atoms, 'adjust') : [];
}

export function said(scope: Scope): readonly Atom[] {
  return atomsOf(scope.clause);
}

export const CANNOT_REMOVE =
  'Words cannot take this away. Take it out of .github/agent-generate.yml, or say what should be there instead.';
