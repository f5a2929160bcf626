import { has, isName, isSaid, tagged } from '../clauses/chunks.ts';
import type { Atom, Tag } from '../meaning.ts';
import { HARMLESS } from './reasons.ts';

/** What may stand in what is told of somebody's code: nothing of it is wished. */
const TOLD: readonly Tag[] = [
  ...HARMLESS,
  'also',
  'every',
  'environment',
  'merge',
  'number',
  'do',
  'runner',
  'timeout',
  'unit',
  'day',
];
const PEOPLE = /^(?:nobody|no one|reviews?|prs?|pull requests?)$/i;
/** What a tool is called to do with what was told. */
const HANDLED =
  /^(?:put a stop to|put an end to|stay on top of|keep on top of|handle|handles|tame|decide|decides|judge|settle|settles|police|rule|rules|sort|sort out|look|look at|take care of|takes care of|check|checks|verify|enforce|fix|catch|do|does|have the last word|have a look at|keep an eye on|have an eye on|watch|have a say|has the last word|decide on|please|look after|watch over|deal|complain|complain about|moan|grumble|yell|shout)$/i;
const PRONOUN = /^(?:it|that|this|those|these|them|such things?|that stuff)$/i;
const LED = /^(?:let|have|make|can|could|should|may|must|please|will|would|get)$/i;
const REGRET = /^(?:should've|should have|could've|could have)$/i;
const REGRETTED = /^(?:caught|stopped|told|flagged|noticed|found|prevented|warned|spotted|blocked)$/i;
const FORMAT = /^un(?:formatted)$/i;

/**
 * A tool that is called for by what is told of the code: `linting web is overdue, biome can do it`, `style nits in Java are killing us, let checkstyle
 * handle those`. Null where the tool does another check, or more than that is said.
 */
export function wishOfTool(told: readonly Atom[], wish: readonly Atom[]): readonly Atom[] | null {
  if (told[0]?.meaning.tag === 'when') return null;
  const [tool, ...others] = tagged(wish, 'tool');
  const [name, ...more] = told.filter(isName);
  if (!tool || others.length > 0 || !name || more.length > 0 || wish.some(isName)) return null;
  const [check, ...checks] = tagged(told, 'check');
  const meant =
    check?.meaning.check ?? (told.some(({ words }) => FORMAT.test(words)) ? 'format' : tool.meaning.checks[0]);
  const isOne = check !== undefined || meant === 'format' || tool.meaning.checks.length === 1;
  const isFitting = meant !== undefined && checks.length === 0 && isOne && tool.meaning.checks.includes(meant);
  if (!isFitting || !told.every(isOfStory) || !isHandled(wish, tool)) return null;
  const noun: Atom = { meaning: { tag: 'check', check: meant, isNoun: true }, words: meant };
  return [{ meaning: { tag: 'do' }, words: 'use' }, tool, FOR, noun, FOR, name];
}

const FOR: Atom = { meaning: { tag: 'filler' }, words: 'for' };

function isOfStory(atom: Atom): boolean {
  const { meaning, words } = atom;
  const isWished = /^(?:want|need|needs|should|must|please|lint|format|test|build|add|use|run)$/i.test(words);
  const isPlain = !isSaid(atom) || isName(atom) || TOLD.includes(meaning.tag) || PEOPLE.test(words);
  return !isWished && (isPlain || meaning.tag === 'check');
}

/** `let it handle those`, `it should tame it`, `mypy please`; `it should've caught that` regrets what is not so yet. */
function isHandled(wish: readonly Atom[], tool: Atom): boolean {
  const at = wish.indexOf(tool);
  const [lead, behind] = [
    wish.slice(0, at),
    wish.slice(at + 1).filter(({ words }) => !/^(?:just|too|also|at|the|in|on|prs?|ci|me|us)$/i.test(words)),
  ];
  const isLed = lead.every(({ words }) => LED.test(words) || /^(?:just|so|then|maybe we)$/i.test(words));
  const words = behind.map((atom) => atom.words);
  if (!isLed) return false;
  if (words.length === 1 && lead.length === 0) return /^(?:please|pls|decides|rules)$/i.test(words[0] ?? '');
  if (REGRET.test(words[0] ?? '') && REGRETTED.test(words[1] ?? ''))
    return words.slice(2).every((word) => PRONOUN.test(word));
  const own = words.filter((word) => !LED.test(word));
  const [verb, ...objects] = own;
  const isVerb = HANDLED.test(verb ?? '') || (behind.length < 4 && has(behind, 'unknown') && objects.length === 1);
  const isWished = lead.length > 0 || words.some((word) => LED.test(word));
  return (
    isWished &&
    isVerb &&
    objects.every((word) => PRONOUN.test(word) || /^(?:about|of|with|for|over|care)$/i.test(word)) &&
    !has(wish, 'remove', 'limit', 'doubt', 'except')
  );
}
