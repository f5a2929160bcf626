import { partsOf } from './clauses.ts';
import { FAMILIES } from './families.ts';
import type { Passage } from './passage.ts';

/** What people call the same environment: the list is closed, for the name opens its secrets. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['production', 'prod', 'prd', 'produktion', 'producción', 'produção', 'produzione', 'productie'],
  ['staging', 'stage', 'stg'],
  ['development', 'dev'],
  ['qa'],
  ['preview'],
  ['integration', 'int'],
];

/** All names of environments that everybody knows. */
export const ENVIRONMENTS: readonly string[] = SYNONYMS.flat();

function synonymsOf(environment: string): readonly string[] {
  return SYNONYMS.find((names) => names.includes(environment)) ?? [environment];
}

/** Whether an environment was named: whole, or as one that everybody knows by another name, with a slip of the pen. */
export function isEnvironmentNamed(environment: string, said: Passage): boolean {
  const isKnown = SYNONYMS.some((names) => names.includes(environment));
  const names = synonymsOf(environment);
  return (
    names.some((name) => (isKnown && name.length >= 7 ? said.nearlyNames(name) : said.names(name))) &&
    !names.some((name) => isOnlyMentioned(name, said))
  );
}

/**
 * What is said of an environment, of words that may name others as well: the parts that name it where those tell it, else the parts that name none, else
 * all. `tells` is whether words tell what is asked about: `staging from main and production on tags`.
 */
export function aboutEnvironment(
  environment: string,
  words: Passage,
  tells: (part: Passage) => boolean,
  passage: (words: string) => Passage,
): Passage {
  if (!isEnvironmentNamed(environment, words)) return words;
  const parts = words.text.split('\n').flatMap(partsOf);
  const joined = (some: readonly string[]) => passage(some.join(' \n '));
  const isOwn = namingOf(environment, words, passage);
  const own = joined(parts.filter(isOwn));
  if (tells(own)) return own;
  const others = joined(parts.filter((part) => !isOwn(part) && !ANY_ENVIRONMENT.test(part)));
  return tells(others) ? others : words;
}

const ANY_ENVIRONMENT = wholeWord(ENVIRONMENTS);

/** Whether a part names an environment; with a slip of the pen, where it is named nowhere without one. */
function namingOf(
  environment: string,
  { text }: Passage,
  passage: (words: string) => Passage,
): (part: string) => boolean {
  const exactly = wholeWord(synonymsOf(environment));
  return exactly.test(text) ? (part) => exactly.test(part) : (part) => isEnvironmentNamed(environment, passage(part));
}

function wholeWord(names: readonly string[]): RegExp {
  const escaped = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}_-])(${escaped.join('|')})(?![\\p{L}\\p{N}_-])`, 'u');
}

/** Whether an environment is only told of, and nothing is brought there: `production is off limits`, `production later`, `keep production`. */
function isOnlyMentioned(name: string, { text }: Passage): boolean {
  if (!/^[a-z0-9-]{1,40}$/.test(name)) return false;
  const told = new RegExp(
    `(?:^|\\n) ?(?:the )?${name} (?:is|are|was|stays?|remains?|later|waits?|comes?)(?![a-z])|(?:keep|leave) (?:the )?${name}(?![a-z0-9-])`,
    'g',
  );
  const rest = text.replace(told, ' ');
  return rest !== text && !new RegExp(`(?<![a-z0-9-])${name}(?![a-z0-9-])`).test(rest);
}

const APPROVAL = new RegExp(FAMILIES.approval, 'u');

/** Whether the words have somebody approve what goes there. An approval belongs to the environment named before it; where none is, to all. */
export function needsApproval(environment: string, { text }: Passage): boolean {
  const own = synonymsOf(environment.toLowerCase());
  const sentences = text.split(/[;!?\n]|\.(?= |$)/);
  return sentences.some((sentence) => APPROVAL.test(sentence) && isApprovalFor(own, sentence));
}

function isApprovalFor(own: readonly string[], sentence: string): boolean {
  const [before = '', ...named] = sentence.split(wholeWord([...ENVIRONMENTS, ...own]));
  if (named.length === 0 || APPROVAL.test(before)) return true;
  const names = named.filter((_, at) => at % 2 === 0);
  const behind = named.filter((_, at) => at % 2 === 1);
  // `staging and production after approval` is said of both.
  const said = (at: number) => behind.slice(at).find((words) => !isJoint(words)) ?? '';
  return names.some((name, at) => own.includes(name) && APPROVAL.test(said(at)));
}

function isJoint(words: string): boolean {
  return /^(?:and|or|und|et|y|e)?$/.test(words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim());
}
