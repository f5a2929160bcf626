import type { Question } from '../../../domain/request.ts';
import { has, isName, isSaid, tagged } from '../clauses/chunks.ts';
import { atomsOf, type Clause, type Part, textOf, writtenOf } from '../clauses/clause.ts';
import { isWishedWith } from '../clauses/subjects.ts';
import type { Atom, Tag } from '../meaning.ts';
import { isToldOfWhich, TELLER } from '../told/tellers.ts';
import { isTold } from '../told/told.ts';

const TWICE = 'Should it be there or not? Say it without a double no, as a wish.';

/** Why words that are understood one by one are no wish to act on: they tell, choose, or turn twice. */
export function doubtsAbout(clause: Clause): Question[] {
  const { parts } = clause;
  const text = textOf(atomsOf(clause));
  const [other] = tagged(atomsOf(clause), 'unavailable');
  if (other) return [{ about: other.words, text: other.meaning.why, choices: [] }];
  const anything = parts.flatMap(({ atoms, isNegated }) =>
    isNegated ? [] : atoms.filter(({ words }) => /^anything$/i.test(words)),
  );
  if (anything.length > 0 && !has(atomsOf(clause), 'gate', 'minutes'))
    return [
      {
        about: 'anything',
        text: 'Is everything meant? Else say the service, the language or the path.',
        choices: ['everything'],
      },
    ];
  const doubt = tagged(atomsOf(clause), 'doubt').find(({ words }) => !/^either$/i.test(words));
  if (doubt) return [withoutWord(doubt, clause, `“${doubt.words}” leaves it open. Say it without, if it is meant.`)];
  const all = atomsOf(clause);
  // `publish web to npm and sign that`: an image is signed here, and no package.
  if (has(all, 'publish') && has(all, 'extra') && has(all, 'pronoun') && !has(all, 'image', 'container', 'push'))
    return [{ about: text, text: 'Images are signed here. Is the image meant? Say so.', choices: [] }];
  const choice = isToldWhen(clause) ? undefined : parts.find(isChoice);
  if (choice) return [{ about: text, text: 'Which of the two is meant, or both? Say `and` for both.', choices: [] }];
  const target = parts.flatMap(({ atoms }) => targetIn(atoms));
  if (target.length > 0)
    return [{ about: textOf(target), text: 'The repository has no such command. Which one is meant?', choices: [] }];
  if (parts.some(isKeptAsItIs))
    return [
      { about: text, text: 'This says what should not go away. What should be there? Say all of it.', choices: [] },
    ];
  if (parts.some(({ atoms }) => isToldOfWhich(atoms)))
    return [
      { about: text, text: 'Whom is that for? Say the service, the language or the path by its name.', choices: [] },
    ];
  if (parts.some(({ atoms }, at) => isTold(atoms) && !has(atoms, 'gate') && !isWishedWith(parts[at - 1], { atoms })))
    return [{ about: text, text: 'This tells how things are. What should be? Say it as a wish.', choices: [] }];
  if (!isTwisted(parts) && !isMissing(parts)) return [];
  return [{ about: text, text: TWICE, choices: [] }];
}

/** Asks about a word, and offers the part that it stands in without it. */
export function withoutWord(word: Atom, { parts }: Clause, text: string): Question {
  const atoms = parts.find((part) => part.atoms.includes(word))?.atoms ?? [];
  const about = writtenOf(atoms, atoms);
  const rest = writtenOf(
    atoms,
    atoms.filter((atom) => atom !== word && atom.meaning.tag !== 'reason'),
  );
  const isFirst = /^\p{Lu}/u.test(about);
  return {
    about,
    text,
    choices: rest === '' ? [] : [isFirst ? `${rest.slice(0, 1).toUpperCase()}${rest.slice(1)}` : rest],
  };
}

/** `run make deploy`, of which the repository has no target: else it would be one word. `make sure` is another phrase. */
function targetIn(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(
    ({ words }, index) =>
      /^make$/i.test(words) &&
      /^(run|runs|running|execute|executes|use|uses|using)$/i.test(atoms[index - 1]?.words ?? ''),
  );
  return at < 0 ? [] : atoms.slice(at, at + 2);
}

/** What may be one of two: whatever a wish is for, and by what it is done. */
function isChoice({ atoms, isChoice, isNegated }: Part): boolean {
  return (
    isChoice &&
    !isNegated &&
    has(
      atoms,
      'selector',
      'language',
      'path',
      'check',
      'tool',
      'environment',
      'database',
      'system',
      'platform',
      'label',
      'number',
      'versions',
      'code',
      'day',
    )
  );
}

/** `don't stop testing on Windows`: a check stays by being asked for; of all else, what is said would take the place of what is there. */
function isKeptAsItIs({ atoms }: Part): boolean {
  const isKept = atoms.some(({ meaning }) => meaning.tag === 'do' && meaning.isKept);
  return isKept && !atoms.every((atom) => !isSaid(atom) || isName(atom) || isThere(atom));
}

/** What is there without anybody having asked for it; audits, coverage and scans for secrets are not. */
function isThere({ meaning }: Atom): boolean {
  const own: readonly Tag[] = ['scan', 'image', 'extra'];
  return meaning.tag === 'check'
    ? /^(?:lint|format|typecheck|test|build)$/.test(meaning.check)
    : own.includes(meaning.tag);
}

/** `when cart or web changes`, `a red build or test`: both are meant. */
function isToldWhen(clause: Clause): boolean {
  return has(atomsOf(clause), 'event', 'when', 'touching', 'gate', 'fault', 'minutes', 'bound');
}

/** Two turns in one wish, or something that somebody tells. */
function isTwisted(parts: readonly Part[]): boolean {
  return parts.some(
    ({ atoms }, index) =>
      tagged(atoms, 'remove', 'off').length > 1 ||
      (/^(without|w\/o)$/i.test(atoms[0]?.words ?? '') && parts[index - 1]?.isNegated) ||
      (TELLER.test(atoms[0]?.words ?? '') && /(?<!\bne)ed$/i.test(atoms[1]?.words ?? '')) ||
      isPossessed(atoms) ||
      isKeptAgain(atoms, parts[index - 1]) ||
      isUndone(atoms) ||
      isStatement(atoms),
  );
}

/** `no point in linting web, keep it`: what was taken away is to stay. */
function isKeptAgain(atoms: readonly Atom[], before: Part | undefined): boolean {
  const isKept = atoms.some(({ words }) => /^(?:keep|keeps|leave)$/i.test(words));
  return before?.isNegated === true && isKept && has(atoms, 'pronoun') && !atoms.some(isSaid);
}

/** `run CI when somebody deletes a tag`: that the event does not happen, or the contrary, starts nothing. */
function isUndone(atoms: readonly Atom[]): boolean {
  const when = atoms.findIndex(({ meaning }) => meaning.tag === 'when');
  const turn = atoms.findIndex(({ meaning }, at) => at > when && meaning.tag === 'remove');
  return when >= 0 && turn > when && atoms.slice(turn).some(({ meaning }) => meaning.tag === 'event');
}

/** `We have 80 % coverage`; `we have to lint` is another phrase. */
function isPossessed([first, second]: readonly Atom[]): boolean {
  return TELLER.test(first?.words ?? '') && /^(have|had|got|already)$/i.test(second?.words ?? '');
}

/** `web is linted` tells how things are; with a verb or `should` before it, it is a wish. */
function isStatement(atoms: readonly Atom[]): boolean {
  const at = atoms.findIndex(({ words }) => /^(is|are|isn't|aren't)$/i.test(words));
  if (at < 0 || atoms.some(({ words }) => /^(needed|wanted|required|unwanted)$/i.test(words))) return false;
  return !atoms
    .slice(0, at)
    .some(({ meaning, words }) => /^(do|gate|when|remove|bound)$/.test(meaning.tag) || WISH.test(words));
}

const WISH = /\b(sure|certain|ensure|want|wants|need|needs|like|d|must|should|has|have|see|please)\b/i;

const MISSED =
  /(?:^|[.!?]\s{1,4})no\s[^.!?\n]{1,100}[.!?]\s{1,4}(?:please\s)?(?:add|let's have|let's add|introduce|create|set up)\s(?:one|both|them|it)\b/i;

/** `No linter for web. Add one.`: what the first sentence misses it does not take away. */
export function missedIn(words: string): Question[] {
  const [about] = MISSED.exec(words) ?? [];
  return about === undefined ? [] : [{ about: about.trim(), text: TWICE, choices: [] }];
}

/** `no linter for web, so add one`: what is missed is not to go away. */
function isMissing(parts: readonly Part[]): boolean {
  const no = parts.findIndex(
    ({ atoms, isNegated }) => isNegated && /^no$/i.test(atoms.find(({ words }) => words !== '')?.words ?? ''),
  );
  const behind = no < 0 ? [] : parts.slice(no).flatMap(({ atoms }) => atoms);
  return behind.some(
    ({ words }, at) =>
      /^(?:one|both|them|it|these|those)$/i.test(words) &&
      at > 0 &&
      ADDS.test(
        behind
          .slice(0, at)
          .map((atom) => atom.words)
          .join(' '),
      ),
  );
}

const ADDS = /\b(?:add|have|need|want|get|introduce|create|set)\b/i;
