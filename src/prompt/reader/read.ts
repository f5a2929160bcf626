import type { ProjectProfile } from '../../domain/profile.ts';
import { type Refusal, refusal } from '../../domain/refusal.ts';
import { type GenerationRequest, GenerationRequestSchema, type Intent, type Question } from '../../domain/request.ts';
import { askedIn } from './asks/asked.ts';
import { contradictionsIn, startedApart } from './asks/contradictions.ts';
import { doubtsAbout, missedIn } from './asks/doubts.ts';
import { refusalsIn } from './asks/refusals.ts';
import { sharedApart } from './asks/shared.ts';
import { aimless, askAbout, narrowedStart, unsaidOf, whichService } from './asks/unclear.ts';
import { isNamedBefore } from './clauses/antecedents.ts';
import { has, isSaid } from './clauses/chunks.ts';
import { atomsOf, type Clause, type Part, writtenOf } from './clauses/clause.ts';
import { withOthers } from './clauses/others.ts';
import { families } from './families.ts';
import { type Frame, NOTHING, type Reading, together } from './frame.ts';
import { readCharts } from './frames/charts.ts';
import { readChecks } from './frames/checks.ts';
import { readCustoms } from './frames/customs.ts';
import { readDeploy, readPublish } from './frames/delivery.ts';
import { readEvents } from './frames/events.ts';
import { readImages } from './frames/images.ts';
import { readDatabases, readRunner, readTimeout } from './frames/machines.ts';
import { readMatrix } from './frames/matrix.ts';
import { readTags } from './frames/tags.ts';
import type { Atom } from './meaning.ts';
import { clausesIn } from './sentences.ts';
import { withoutListMarks } from './text/enumerated.ts';
import { isForeign } from './text/foreign.ts';
import { doubtfulKeysIn, withoutHeadings } from './text/headings.ts';
import { withoutBold } from './text/marked.ts';
import { withoutOpenings } from './text/openings.ts';
import { tokensOf } from './text/tokens.ts';
import { holdsAnyway } from './told/holds.ts';

/** What words came to. Intents stand alone: where anything is asked or refused there are none. */
export interface WordsRead {
  readonly request: GenerationRequest;
  readonly questions: readonly Question[];
  readonly refused: readonly Refusal[];
}

/** More than anybody says of one pipeline. */
const MOST_CHARACTERS = 2000;
const MOST_QUESTIONS = 10;

/**
 * Reads words over the closed vocabulary. What is not understood to its last word is asked about and never acted on.
 * Time grows with the length of the words, which is bounded.
 */
export function read(words: string, profile: ProjectProfile): WordsRead {
  if (words.length > MOST_CHARACTERS)
    return asking([
      {
        about: `${words.slice(0, 100)}…`,
        text: `This has ${words.length} characters, and at most ${MOST_CHARACTERS} are read. Say it shorter, or as intents in .github/agent-generate.yml.`,
        choices: [],
      },
    ]);
  const refused = refusalsIn(words);
  if (refused.length > 0) return { ...asking([]), refused };
  const written = withoutListMarks(tokensOf(withoutBold(words)));
  const tokens = withoutOpenings(withoutHeadings(written, profile));
  const asked = askedIn(tokens);
  const clauses = clausesIn(tokens, profile).map((clause) => withOthers(clause, profile));
  const { intents, questions, refused: more } = together(clauses.map((clause) => readClause(clause, clauses, profile)));
  // Who asks whether something should go has not wished for it.
  if (more.length > 0 && asked.length === 0) return { ...asking([]), refused: more };
  const request = GenerationRequestSchema.safeParse({ version: 1, intents: distinct(intents) });
  const others = questions.filter(({ about }) => !asked.some((one) => isWithin(about, one.about)));
  const apart = others.length > 0 ? [] : startedApart(clauses);
  const open = [
    ...asked,
    ...doubtfulKeysIn(written),
    ...missedIn(words),
    ...others,
    ...apart,
    ...contradictionsIn(intents),
  ];
  if (open.length > 0) return asking(isForeign(words) ? [notEnglish(words)] : open);
  const held = clauses.map(holdsAnyway).find((text) => text !== null);
  if (intents.length === 0 && held) return asking([{ about: words, text: held, choices: [] }]);
  if (intents.length === 0 || !request.success) return asking([notUnderstood(words)]);
  return { request: request.data, questions: [], refused: [] };
}

function asking(questions: readonly Question[]): WordsRead {
  return { request: { version: 1, intents: [] }, questions: questions.slice(0, MOST_QUESTIONS), refused: [] };
}

function notEnglish(words: string): Question {
  return {
    about: words,
    text: 'Without a model only English is read here. Say it in English, or set up a model (docs/action.md), which reads any language.',
    choices: [],
  };
}

function notUnderstood(words: string): Question {
  return {
    about: words,
    text: 'This names nothing that a pipeline could do. Name a check, a limit, a trigger, an image or a package; docs/requests.md shows what can be said.',
    choices: [],
  };
}

/** Whether all words of one text stand in another: a sentence that only asks is asked about once. */
function isWithin(words: string, sentence: string): boolean {
  const known = new Set(sentence.toLowerCase().split(' '));
  return words
    .toLowerCase()
    .split(' ')
    .every((word) => known.has(word));
}

const FRAMES: readonly Frame[] = [
  readImages,
  readPublish,
  readDeploy,
  readCharts,
  readRunner,
  readMatrix,
  readDatabases,
  readTimeout,
  readCustoms,
  readChecks,
  readTags,
];

function readClause(clause: Clause, clauses: readonly Clause[], profile: ProjectProfile): Reading {
  if (holdsAnyway(clause) !== null) return NOTHING;
  const scope = { clause, profile };
  const readings = FRAMES.map((frame) => frame(scope));
  const events = readEvents(new Set(readings.flatMap(({ claimed }) => claimed)))(scope);
  const whole = together([...readings, events]);
  const reading = { ...whole, refused: whole.refused.map(({ rule }) => refusal(rule, writtenIn(clause))) };
  const unread = unclaimed(clause, reading);
  const asked = firstOf(clause.questions, doubtsAbout(clause), reading.questions);
  // A word that is known is part of what is asked already.
  const isUnavailable = has(atomsOf(clause), 'unavailable');
  const left = isUnavailable
    ? []
    : asked.length > 0
      ? unread.filter(({ meaning }) => meaning.tag === 'unknown')
      : unread;
  const questions = [
    ...asked,
    ...(left.length > 0 ? [askAbout(left, clause, profile)] : []),
    ...aimless(reading, clause, clauses),
    ...whichService(reading, clause, profile),
    ...narrowedStart(reading, clause),
    ...sharedApart(clause),
  ];
  const isIdle =
    questions.length + reading.intents.length + reading.refused.length === 0 && clause.selectors.length > 0;
  if (isIdle) return { ...reading, questions: [unsaidOf(clause)] };
  return { ...reading, questions };
}

/** `do not push anything, just build the images`: what stands behind a no is wanted instead, and has a verb of its own. */
function isEmphasis(
  only: Atom,
  { atoms, clause }: { readonly atoms: readonly Atom[]; readonly clause: Clause },
): boolean {
  const index = clause.parts.findIndex((part) => part.atoms === atoms);
  const isFirst = atoms.find(isSaid) === only;
  const verb = atoms[atoms.indexOf(only) + 1];
  const isVerb =
    verb !== undefined && (verb.meaning.tag === 'do' || (verb.meaning.tag === 'check' && !verb.meaning.isNoun));
  return isFirst && isVerb && clause.parts[index - 1]?.isNegated === true;
}

/** All of a clause, as somebody wrote it. */
function writtenIn({ parts }: Clause): string {
  return parts.map(({ atoms }) => writtenOf(atoms, atoms)).join(', ');
}

/** Where whom it is for is not known, all else follows from that, and so it does where somebody only tells something. */
function firstOf(...lists: readonly (readonly Question[])[]): readonly Question[] {
  return lists.find(({ length }) => length > 0) ?? [];
}

/** Said, and understood by nobody. */
function unclaimed(clause: Clause, { claimed }: Reading): Atom[] {
  const known = new Set(claimed);
  return clause.parts.flatMap((part, index) =>
    part.atoms.filter((atom) => !known.has(atom) && !isPlain(atom, part, { clause, isFirst: index === 0 })),
  );
}

interface Place {
  readonly clause: Clause;
  readonly isFirst: boolean;
}

/** Whether words are explained without any wish that has claimed them. */
function isPlain(atom: Atom, { atoms, isNegated }: Part, { clause, isFirst }: Place): boolean {
  switch (atom.meaning.tag) {
    case 'selector':
    case 'language':
      return true;
    case 'path':
      return clause.selectors.some((one) => 'path' in one);
    case 'bound':
      return /^(below|under)$/i.test(atom.words) && has(atoms, 'path');
    case 'only':
      return isEmphasis(atom, { atoms, clause });
    case 'step':
      return !isNegated;
    case 'pipeline':
      return !isNegated || has(atoms, 'event', 'day', 'cron', 'minutes');
    case 'doubt':
      return isOfBothEvents(atom, clause);
    case 'do':
      return !/^(turn|switch)$/i.test(atom.words) || has(atoms, 'off');
    case 'pronoun':
      return (!isFirst || clause.selectors.length > 0 || isOfMore(atoms, clause)) && isNamedBefore(atom, clause);
    case 'filler':
      return !/^of it$/i.test(atom.words) || isNamedBefore(atom, clause);
    default:
      return !isSaid(atom);
  }
}

function isOfMore(atoms: readonly Atom[], clause: Clause): boolean {
  return atoms.filter(isSaid).length > 1 || has(atomsOf(clause), 'image', 'event');
}

/** `on either pushes or pull requests`: each of them starts the pipeline. */
function isOfBothEvents({ words }: Atom, clause: Clause): boolean {
  const own = families(atomsOf(clause));
  return /^either$/i.test(words) && own.length > 0 && own.every((family) => family === 'event');
}

/** Each once; of an image and of a chart all that is said of it together. */
function distinct(intents: readonly Intent[]): Intent[] {
  const once = new Map<string, Intent>();
  for (const intent of intents) {
    const key =
      intent.kind === 'image' || intent.kind === 'chart'
        ? `${intent.kind} ${JSON.stringify(intent.for)}`
        : JSON.stringify(intent);
    once.set(key, { ...once.get(key), ...intent } as Intent);
  }
  return [...once.values()];
}
