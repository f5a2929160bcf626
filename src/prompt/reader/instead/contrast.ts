import { has, isName, isSaid, tagged } from '../clauses/chunks.ts';
import type { Atom, Tag } from '../meaning.ts';

/** What says of a value that is told that it should be another one. */
const WRONG =
  /(?:\btoo (?:long|short|few|little|low|many|much|small|high|lax|tight|generous)|(?:n't|\bnot|\bnever|\bhardly|\bbarely) (?:really |nearly |quite )?(?:enough|sufficient|acceptable|okay|ok|safe)|\b(?:insufficient|ridiculous|crazy|insane|a joke|excessive|overkill|silly|absurd|nonsense|embarrassing|risky|scary|single point of failure|unacceptable|way off)|\b(?:shouldn't|should not|mustn't|must not|won't do|doesn't cut it|does not cut it|won't cut it)\b)/i;
/** How somebody says what it should be. */
const WISHED =
  /^(?:make|makes|go|go with|go for|go to|use|give|gives|i|we|want|wants|would|like|need|needs|is|are|plenty|enough|sufficient|fine|better|okay|ok|should|must|be|at least|at most|max|maximum|please|of|in|on|the|a|cluster|will|do|rather|run|have|set|cap|limit|limited|it|them|that|let's|lets|let us|with|for|to|at|after|kill|stop|cancel|instead|increase|raise|lower|reduce|bump|least|more than|i'd|we'd|could|can|you|so|then|me|us|all it needs|suffice|suffices|,|replicas|pods|copies|instances|should be enough|should be plenty|should be fine|would be enough|would be fine|would be plenty|would be better|will be enough|will be plenty|should be sufficient)$/i;
const TOLD: readonly Tag[] = [
  'unknown',
  'also',
  'day',
  'mood',
  'remove',
  'only',
  'timeout',
  'limit',
  'replicas',
  'memory',
  'when',
  'after',
  'number',
  'fault',
  'do',
  'bound',
  'filler',
  'with',
  'pronoun',
  'adjust',
  'every',
];

/** What a value is of, and how a wish for it is said in full. */
interface Kind {
  readonly tag: 'minutes' | 'replicas' | 'percent' | 'quantity';
  readonly said: (name: Atom, value: Atom) => readonly Atom[];
}

/**
 * What is too much or too little, and what it should be: `one pod of ledger isn't enough, let's go with four`, `the jobs of cart shouldn't hang for 6
 * hours, 20 minutes is plenty`. Null where it is not one value of one thing that another one takes the place of.
 */
export function wishOfContrast(told: readonly Atom[], wish: readonly Atom[]): readonly Atom[] | null {
  const kind = KINDS.find(({ tag }) => isOfKind(told, tag));
  const names = new Map([...told, ...wish].filter(isName).map((atom) => [JSON.stringify(atom.meaning), atom]));
  const [name, ...others] = names.values();
  const value = kind ? valueIn(wish, kind.tag) : null;
  if (!kind || !name || others.length > 0 || !value || !WRONG.test(textOf(told))) return null;
  const isStory = told.every((atom) => isName(atom) || isOfValue(atom, kind.tag) || TOLD.includes(atom.meaning.tag));
  const isWish = wish.every((atom) => atom === value || isName(atom) || WISHED.test(atom.words));
  return isStory && isWish && !has(wish, 'except') ? kind.said(name, value) : null;
}

const GIVE: Atom = { meaning: { tag: 'do' }, words: 'give' };

const KINDS: readonly Kind[] = [
  {
    tag: 'minutes',
    said: (name, value) => [name, { meaning: { tag: 'timeout' }, words: 'at most' }, minutesOf(value)],
  },
  { tag: 'replicas', said: (name, value) => [GIVE, name, replicasOf(value)] },
  {
    tag: 'percent',
    said: (name, value) => [
      GIVE,
      name,
      { meaning: { tag: 'bound' }, words: 'at least' },
      percentOf(value),
      { meaning: { tag: 'check', check: 'coverage', isNoun: true }, words: 'coverage' },
    ],
  },
  { tag: 'quantity', said: (name, value) => [GIVE, name, value, { meaning: { tag: 'memory' }, words: 'memory' }] },
];

function isOfKind(told: readonly Atom[], tag: Kind['tag']): boolean {
  const values = told.filter((atom) => atom.meaning.tag === tag);
  if (tag === 'percent') return values.length === 1 && isOfCoverage(told);
  if (tag !== 'replicas') return values.length === 1;
  const isCounted =
    tagged(told, 'number', 'replicas').length < 3 && !has(told, 'minutes', 'percent', 'quantity', 'versions');
  return (
    isCounted && told.some((atom) => atom.meaning.tag === 'replicas' || /^(?:cop(?:y|ies)|instance)$/i.test(atom.words))
  );
}

function isOfCoverage(told: readonly Atom[]): boolean {
  const checks = tagged(told, 'check');
  return checks.length === 1 && checks.every(({ meaning }) => meaning.check === 'coverage');
}

function isOfValue({ meaning, words }: Atom, tag: Kind['tag']): boolean {
  const isCheck = tag === 'percent' && meaning.tag === 'check';
  return meaning.tag === tag || isCheck || /^(?:jobs?|builds?|runs?|tests|cop(?:y|ies)|instance)$/i.test(words);
}

/** The one value of a wish: of that kind, or a bare number; null where there is none, or more. */
function valueIn(wish: readonly Atom[], tag: Kind['tag']): Atom | null {
  const values = wish.filter(({ meaning }) => meaning.tag === 'number' || (meaning.tag === tag && isFull(meaning)));
  const [value, ...more] = values;
  const isBare = value?.meaning.tag === 'number' && tag === 'quantity';
  return value && more.length === 0 && !isBare ? value : null;
}

function isFull(meaning: Atom['meaning']): boolean {
  return meaning.tag !== 'replicas' || meaning.value !== undefined;
}

function numberOf({ meaning }: Atom): number {
  return meaning.tag === 'number' ||
    meaning.tag === 'replicas' ||
    meaning.tag === 'minutes' ||
    meaning.tag === 'percent'
    ? Number(meaning.value)
    : 0;
}

function minutesOf(value: Atom): Atom {
  return { meaning: { tag: 'minutes', value: numberOf(value) }, words: value.words };
}

function replicasOf(value: Atom): Atom {
  return { meaning: { tag: 'replicas', value: numberOf(value) }, words: value.words };
}

function percentOf(value: Atom): Atom {
  return { meaning: { tag: 'percent', value: numberOf(value) }, words: value.words };
}

function textOf(atoms: readonly Atom[]): string {
  return atoms
    .filter((atom) => isSaid(atom) || atom.words !== '')
    .map(({ words }) => words)
    .join(' ');
}
