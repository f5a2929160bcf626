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
    !names.some((name) => isOnlyMentioned(name, said)) &&
    names.some((name) => (isKnown && name.length >= 7 ? said.nearlyNames(name) : said.names(name)))
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
  const parts = words.text.split('\n').flatMap(partsOf).map(passage);
  const naming = parts.filter((part) => isEnvironmentNamed(environment, part));
  const nameless = parts.filter((part) => !naming.includes(part) && !ENVIRONMENTS.some((name) => part.names(name)));
  const told = [naming, nameless].map((some) => passage(some.map(({ text }) => text).join(' \n ')));
  return told.find(tells) ?? words;
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
  const known = [...ENVIRONMENTS, ...own].map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const [before = '', ...named] = sentence.split(
    new RegExp(`(?<![\\p{L}\\p{N}_-])(${known.join('|')})(?![\\p{L}\\p{N}_-])`, 'u'),
  );
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
