import type { ProjectProfile } from '../../../domain/profile.ts';
import type { Question } from '../../../domain/request.ts';
import { has, isName, isSaid, tagged } from '../clauses/chunks.ts';
import { atomsOf, type Clause, textOf, writtenOf } from '../clauses/clause.ts';
import { ecosystemsIn, nameOf } from '../clauses/selectors.ts';
import { families } from '../families.ts';
import type { Reading } from '../frame.ts';
import type { Atom } from '../meaning.ts';
import { withoutWord } from './doubts.ts';

/** `Lint web. Also cart.`: a name of which nothing is said. */
export function unsaidOf(clause: Clause): Question {
  return {
    about: textOf(atomsOf(clause)),
    text: 'What should be done with this? Say it in the same sentence.',
    choices: [],
  };
}

/** A name is offered for a wish that names nobody: else the word is meant for something else. */
export function askAbout(left: readonly Atom[], clause: Clause, profile: ProjectProfile): Question {
  const unknown = left.filter(({ meaning }) => meaning.tag === 'unknown');
  const [first] = left;
  if (first && left.every(({ meaning }) => meaning.tag === 'only'))
    return withoutWord(
      first,
      clause,
      `“${first.words}” takes something away, and does not say what. Say what should be there, and what should go.`,
    );
  const about = textOf(unknown.length > 0 ? unknown : left);
  return {
    about,
    text: `“${about}” was not understood here. Say it with a check, a limit or a trigger, and the service, the language or the path that it is for.`,
    choices: isNameless(clause, left) ? namesFor(unknown, clause, profile) : [],
  };
}

/** What may stand where one word is not known: names, where a name could stand there. */
function namesFor(unknown: readonly Atom[], clause: Clause, profile: ProjectProfile): string[] {
  const [atom, ...more] = unknown;
  const part = clause.parts.find(({ atoms }) => atom && atoms.includes(atom));
  if (!atom || !part || more.length > 0 || /\d/.test(atom.words)) return [];
  const at = part.atoms.indexOf(atom);
  const before = part.atoms[at - 1];
  const isPlace = before ? isVerb(before) || PLACE.test(before.words) : isListed(part.atoms, clause);
  if (!isPlace) return [];
  const services = profile.services.map(({ name }) => name);
  return NAMED.test(part.atoms[at + 1]?.words ?? '') ? services : [...services, ...ecosystemsIn(profile)];
}

/** `cart and zork on Node 22`: one more name of a list. */
function isListed(atoms: readonly Atom[], { parts }: Clause): boolean {
  const before = parts[parts.findIndex((part) => part.atoms === atoms) - 1]?.atoms.findLast(isSaid);
  const next = atoms[1];
  return before !== undefined && isName(before) && (next === undefined || next.meaning.tag === 'filler');
}

function isVerb({ meaning }: Atom): boolean {
  return meaning.tag === 'check' ? !meaning.isNoun : /^(?:scan|publish|deploy|push)$/.test(meaning.tag);
}

const PLACE = /^(?:the|our|my|your|for|of|in|give|gives)$/i;
const NAMED = /^(?:apps?|application|services?|images?)$/i;

function isNameless(clause: Clause, left: readonly Atom[]): boolean {
  const parts = clause.parts.filter(({ atoms }) => left.some((atom) => atoms.includes(atom)));
  const isNamed = parts.some(({ atoms }) => has(atoms, 'selector', 'language', 'path', 'pronoun'));
  return !isNamed && families(atomsOf(clause)).length > 0;
}

/** A wish without anybody whom it is for, beside others that have somebody, may be for those or for all. */
export function aimless({ intents }: Reading, clause: Clause, clauses: readonly Clause[]): Question[] {
  const isAimed =
    clause.selectors.length > 0 ||
    intents.every(
      (intent) =>
        intent.kind === 'trigger' ||
        intent.kind === 'custom' ||
        (intent.kind === 'matrix' && !('all' in intent.for)) ||
        (intent.kind === 'check' && (intent.check === 'secret-scan' || !('all' in intent.for))),
    );
  const others = clauses.filter((one) => one !== clause).flatMap(({ selectors }) => selectors);
  // `push the images` speaks of all of them.
  const isOfAll =
    intents.every(({ kind }) => kind === 'image') &&
    tagged(atomsOf(clause), 'image').some(({ words }) => /images$|^(?:every|each) /i.test(words));
  // `no job should run for more than 15 minutes`.
  const isOfAny = atomsOf(clause).some(
    ({ words }, at, all) => /^no$/i.test(words) && /^(?:job|run|check)$/i.test(all[at + 1]?.words ?? ''),
  );
  if (isAimed || isOfAll || isOfAny || others.every((one) => 'all' in one)) return [];
  const [part, ...more] = clause.parts;
  const text = 'What is this for: what was named before, or everything?';
  if (!part || more.length > 0) return [{ about: textOf(atomsOf(clause)), text, choices: [] }];
  const about = writtenOf(part.atoms, part.atoms);
  const names = new Set([...others.map(nameOf), 'everything']);
  return [{ about, text, choices: [...names].map((name) => `${about} for ${name}`) }];
}

/** `lint the service`, where there are several, and nobody said which. */
export function whichService({ intents }: Reading, clause: Clause, { services }: ProjectProfile): Question[] {
  const atoms = atomsOf(clause);
  const at = atoms.findIndex(
    ({ words }, index) =>
      /^(?:service|microservice|component)$/i.test(words) && /^(?:the|that|this)$/i.test(atoms[index - 1]?.words ?? ''),
  );
  if (at < 0 || services.length < 2 || clause.selectors.length > 0 || intents.length === 0) return [];
  const about = writtenOf(atoms.slice(at - 1, at + 1), atoms);
  return [{ about, text: 'Which service is meant?', choices: services.map(({ name }) => name) }];
}

/** `run cart every night at 3`: what starts the pipeline starts all of it. */
export function narrowedStart({ intents, questions }: Reading, clause: Clause): Question[] {
  const isStart = questions.length === 0 && intents.length > 0 && intents.every(({ kind }) => kind === 'trigger');
  const names = tagged(atomsOf(clause), 'selector', 'language', 'path').filter(({ meaning }) => meaning.tag !== 'path');
  if (!isStart || names.length === 0 || clause.selectors.every((one) => 'all' in one || 'path' in one)) return [];
  const about = names.map(({ words }) => words).join(' and ');
  return [{ about, text: 'That starts the whole pipeline, for everything. Should it?', choices: ['everything'] }];
}
