import { partsOf } from './clauses.ts';
import { FAMILIES } from './families.ts';
import type { Passage } from './passage.ts';

/** What people call the same place: the list is closed, for the name opens its secrets. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['production', 'prod', 'prd', 'produktion', 'producción', 'produção', 'produzione', 'productie'],
  ['staging', 'stage', 'stg'],
  ['development', 'dev'],
  ['qa'],
  ['preview'],
  ['integration', 'int'],
];

/** All names of places that everybody knows. */
export const ENVIRONMENTS: readonly string[] = SYNONYMS.flat();

function synonymsOf(environment: string): readonly string[] {
  return SYNONYMS.find((names) => names.includes(environment)) ?? [environment];
}

/** Whether an environment was named: whole, or as one of the places that everybody knows by another name, with a slip of the pen. */
export function isEnvironmentNamed(environment: string, said: Passage): boolean {
  const isKnown = SYNONYMS.some((names) => names.includes(environment));
  const names = synonymsOf(environment);
  return (
    !names.some((name) => isOnlyMentioned(name, said)) &&
    names.some((name) => (isKnown && name.length >= 7 ? said.nearlyNames(name) : said.names(name)))
  );
}

/**
 * What is said of a place, of words that may name others as well: the parts that name it where those tell it, else the parts that name no place, else
 * all. `tells` is whether words tell what is asked about: `staging from main and production on tags`.
 */
export function aboutPlace(
  environment: string,
  words: Passage,
  tells: (part: Passage) => boolean,
  passage: (words: string) => Passage,
): Passage {
  const parts = words.text.split('\n').flatMap(partsOf).map(passage);
  const naming = parts.filter((part) => isEnvironmentNamed(environment, part));
  const placeless = parts.filter((part) => !naming.includes(part) && !ENVIRONMENTS.some((name) => part.names(name)));
  const told = [naming, placeless].map((some) => passage(some.map(({ text }) => text).join(' \n ')));
  return told.find(tells) ?? words;
}

/** Whether a place is only told of, and nothing is brought there: `production is off limits`, `production later`, `keep production`. */
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

/** Whether the words have somebody approve what goes there. An approval belongs to the place named before it; where none is, to all. */
export function needsApproval(environment: string, { text }: Passage): boolean {
  const own = synonymsOf(environment.toLowerCase());
  const known = new Set([...ENVIRONMENTS, ...own]);
  return text
    .split(/[;!?\n]|\.(?= |$)/)
    .filter((sentence) => APPROVAL.test(sentence))
    .some((sentence) => {
      const { before, places } = placesIn(sentence, known);
      const isOfOwn = places.some(({ names, rest }) => APPROVAL.test(rest) && names.some((name) => own.includes(name)));
      return places.length === 0 || APPROVAL.test(before) || isOfOwn;
    });
}

interface Place {
  readonly names: string[];
  rest: string;
}

/** A sentence, cut before each place that it names; `staging and production` are one. */
function placesIn(sentence: string, known: ReadonlySet<string>): { before: string; places: Place[] } {
  const places: Place[] = [];
  let before = '';
  for (const word of sentence.split(/[^\p{L}\p{N}_-]+/u)) {
    const last = places.at(-1);
    if (known.has(word)) {
      if (last && /^(?: and| or| und| et| y| e)?$/.test(last.rest))
        places.splice(-1, 1, { names: [...last.names, word], rest: '' });
      else places.push({ names: [word], rest: '' });
    } else if (last) last.rest += ` ${word}`;
    else before += ` ${word}`;
  }
  return { before, places };
}
