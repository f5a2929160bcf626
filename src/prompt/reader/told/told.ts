import { has, isSaid } from '../clauses/chunks.ts';
import { isImperative } from '../clauses/imperative.ts';
import type { Atom, Tag } from '../meaning.ts';
import { isMissed, isProposed, isThanked, TELLER } from './tellers.ts';

/** Whether somebody tells how things are, were or might be (`we lint web`, `the linter does not work`, `cart has no linter`), and wishes nothing. */
export function isTold(atoms: readonly Atom[]): boolean {
  if (/^there(?: is| are)?$/i.test(atoms[0]?.words ?? '')) return !atoms.some(isWish);
  if (isThanked(atoms) || isMissed(atoms)) return true;
  const at = atoms.findIndex((atom, index) => isSubjectAt(atoms, index) || !isBeforeSubject(atom));
  const subject = atoms[at];
  if (subject === undefined || !isSubjectAt(atoms, at) || atoms.slice(0, at).some(isTurning)) return false;
  if (TELLER.test(subject.words) && isStart(atoms[at + 1])) return true;
  const rest = atoms.slice(at + 1);
  const end = rest.findIndex(
    (atom, index) =>
      isWish(atom) ||
      (index === 0 && atom.meaning.tag === 'do' && /[^n]ed(?: up| in)?$/i.test(atom.words)) ||
      (isVerb(atom, subject) && !isNamedRun(atom, rest[index + 1])) ||
      isOfNouns(atom, rest[index - 1] ?? subject),
  );
  const verb = rest[end];
  if (verb === undefined || isWish(verb) || (MODAL.test(verb.words) && has(rest, 'timeout'))) return false;
  // `a manual trigger is needed`.
  if (isBeing(verb)) return !rest.some(({ words }) => /^(?:needed|wanted|required)$/i.test(words));
  return !isDenial(verb) || !rest.slice(end + 1, end + 3).some(isWish);
}

/** Whether something is told of somebody or something, by whatever verb: `ledger hangs now and then`. No word of it wishes anything. */
export function isStatement(atoms: readonly Atom[]): boolean {
  if (atoms.some((atom) => isWish(atom) || WISHING.test(atom.words))) return false;
  const at = atoms.findIndex(
    (atom, index) => isSubjectAt(atoms, index) || isCrowd(atoms, index) || !isBeforeSubject(atom),
  );
  const subject = atoms[at];
  if (subject === undefined || atoms.slice(0, at).some(isTurning) || isProposed(atoms)) return false;
  const isPast = /^(?:last(?: \w+)?|yesterday|recently|lately)$/i.test(subject.words);
  const isNamed =
    isSubjectAt(atoms, at) ||
    isCrowd(atoms, at) ||
    isPast ||
    (subject.meaning.tag === 'unknown' && isArticle(atoms[at - 1]));
  return isNamed && !isImperative(atoms) && atoms.slice(at + 1).some((atom) => isPredicate(atom, subject));
}

/** `customers complain`, `half the team is on Windows`: people, and a verb; `security hardening` is work. */
function isCrowd(atoms: readonly Atom[], at: number): boolean {
  const [next, ...more] = atoms.slice(at + 1);
  const isVerbal = (atom: Atom): boolean =>
    isBeing(atom) || FINITE.test(atom.words) || MODAL.test(atom.words) || PLURAL.test(atom.words);
  const isUnknownVerb = next?.meaning.tag === 'fault' || (next?.meaning.tag === 'unknown' && !NOUNISH.test(next.words));
  return (
    isPeople(atoms[at]) &&
    next !== undefined &&
    (isVerbal(next) || isUnknownVerb || (next.meaning.tag === 'filler' && more.some(isVerbal)))
  );
}

/** Those who do something, by the ending of their name too: `reviewers`, `auditors`. */
function isPeople(atom: Atom | undefined): boolean {
  const isUnknown =
    atom?.meaning.tag === 'unknown' && /^[a-z-]{3,30}(?:ers|ors|ists|folks|people|teams)$/i.test(atom.words);
  return isUnknown || CROWD.test(atom?.words ?? '');
}

const CROWD =
  /^(?:users|customers|clients|developers|devs|engineers|colleagues|contributors|maintainers|reviewers|auditors|security|compliance|management|half|most|many|some|several)$/i;
/** What several people do. */
const PLURAL = /^(?:run|use|have|work on|work with|sit|live|ship|deploy|develop|stick|stay|rely on|depend on)$/i;
const NOUNISH = /(?:ions?|ments?|ness|ity|ings?|[ae]nces?|[eo]rs?)$/i;

function isArticle(atom: Atom | undefined): boolean {
  return atom !== undefined && /^(?:the|our|my|their|some|all|a|an|of)$/i.test(atom.words);
}

function isPredicate(atom: Atom, subject: Atom): boolean {
  return (
    atom.meaning.tag === 'unknown' ||
    atom.meaning.tag === 'mood' ||
    isBeing(atom) ||
    isVerb(atom, subject) ||
    /^(?:have|has|keeps?|gets?)$/i.test(atom.words)
  );
}

const WISHING =
  /^(?:missing|lacks?|lacking|requires?|expects?|relies|rely|may|can(?!')|would|will|if|when|once|whenever)\b/i;

/** Who or what a sentence is about. */
const THINGS: readonly Tag[] = [
  'selector',
  'language',
  'system',
  'runner',
  'label',
  'tool',
  'image',
  'pipeline',
  'code',
  'extra',
  'database',
  'branch',
  'through',
  'timeout',
  'secrets',
  'dependencies',
  'packages',
  'flaws',
];
const NOUN = /^(?:jobs?|ci|github actions|service|package|app|project|code)$/i;

function isSubject({ meaning, words }: Atom): boolean {
  if (meaning.tag === 'filler' || meaning.tag === 'pronoun') return TELLER.test(words) || NOUN.test(words);
  return THINGS.includes(meaning.tag) || isOccasion(meaning.tag) || (meaning.tag === 'check' && meaning.isNoun);
}

/** `the build` is a thing, `build` alone a deed. */
function isSubjectAt(atoms: readonly Atom[], at: number): boolean {
  const atom = atoms[at];
  if (atom === undefined) return false;
  return isSubject(atom) || (atom.meaning.tag === 'check' && isArticle(atoms[at - 1]));
}

/** `we start it ourselves`. */
function isStart(atom: Atom | undefined): boolean {
  return atom?.meaning.tag === 'event' && /^(?:start|trigger|run|launch|kick|fire|begin)\b/i.test(atom.words);
}

function isOccasion(tag: Tag): boolean {
  return tag === 'event' || tag === 'day';
}

/** Articles, and the `no` of `no linter runs`; `for web` is no subject, and `could we` no report. */
function isBeforeSubject({ meaning, words }: Atom): boolean {
  return (meaning.tag === 'filler' && !PREPOSITION.test(words)) || /^no$/i.test(words);
}

const PREPOSITION = /^(?:for|in|on|at|to|by|as|from|into|against|through|via|of)$/i;

function isTurning(atom: Atom): boolean {
  return isWish(atom) || /^(?:could|can|would|will|may|might|get|have|start to|started)\b/i.test(atom.words);
}

const WISH =
  /(?:^|\s|')(?:sure|certain|ensure|want|wants|wanted|need|needs|needn't|like|d|must|should|shouldn't|shall|ought|let|lets|has to|have to|please|nice|great|good|handy|useful|helpful|help|love)(?:\s|$)/i;

function isWish({ words, meaning }: Atom): boolean {
  return WISH.test(words) || meaning.tag === 'gate' || /forget/i.test(words);
}

function isBeing({ words }: Atom): boolean {
  return /^(?:is|are|was)$/i.test(words);
}

const DENIAL = /^(?:don't|dont|do not|doesn't|does not|never|not|no longer|isn't|aren't)$/i;

function isDenial({ words }: Atom): boolean {
  return DENIAL.test(words);
}

const MODAL = /^(?:may|might|could|would|can|can't|cannot|won't)$/i;
const FINITE =
  /^(?:has|have|had|runs|ran|uses|used|has access to|supports|contains|carries|comes with|adopts|employs|calls|takes|took|works|worked|pass|passes|passed|lasts|lints|formats|(?:still )?works (?:on|with)|deploys|publishes|published|signs|ships|starts|stops|stopped|needed|survives|performs|executes|produces|behave|(?:finish|complete)(?:es|s)?(?: (?:in|within|after|under).*)?)$/i;

function isVerb(atom: Atom, subject: Atom): boolean {
  const { words, meaning } = atom;
  if (isOccasion(subject.meaning.tag))
    return /^(?:doesn't|does not|never|can't|cannot|won't|is|isn't|are|was)$/i.test(words);
  if (FINITE.test(words) || MODAL.test(words) || isDenial(atom)) return true;
  const isDeed =
    /^(?:do|push|publish|deploy|extra|scan|leak|secrets)$/.test(meaning.tag) ||
    (meaning.tag === 'check' && !meaning.isNoun);
  return TELLER.test(subject.words) && isSaidOrDone(atom) && isDeed;
}

/** `CI runs should …`: what runs, and not that it does. */
function isNamedRun({ words }: Atom, next: Atom | undefined): boolean {
  return (
    /^(?:runs|starts|works)$/i.test(words) &&
    /^(?:should|must|may|shall|ought to|need to|have to)$/i.test(next?.words ?? '')
  );
}

/** `the cart tests use Redis 7`: behind several of something that is named a verb tells what they do. */
function isOfNouns({ words }: Atom, { meaning, words: noun }: Atom): boolean {
  const isNoun = meaning.tag === 'check' ? meaning.isNoun : meaning.tag === 'image' || NOUN.test(noun);
  return isNoun && /s$/i.test(noun) && /^(?:use|run)$/i.test(words);
}

function isSaidOrDone(atom: Atom): boolean {
  return isSaid(atom) || atom.meaning.tag === 'do';
}
