import type { ProjectProfile } from '../../../domain/profile.ts';
import type { Selector } from '../../../domain/request.ts';
import { selectorOf } from '../clauses/others.ts';
import type { Meaning } from '../meaning.ts';
import { CHECK_ROWS } from '../words/checks.ts';
import { DELIVERY_ROWS } from '../words/delivery.ts';
import { EVENT_ROWS } from '../words/events.ts';
import { GLUE } from '../words/glue.ts';
import { SOFT_ROWS } from '../words/soft.ts';
import type { Row } from '../words/table.ts';
import { THING_ROWS } from '../words/things.ts';
import { UNAVAILABLE_ROWS } from '../words/unavailable.ts';

export const ROWS: readonly Row[] = [
  ...CHECK_ROWS,
  ...THING_ROWS,
  ...EVENT_ROWS,
  ...DELIVERY_ROWS,
  ...UNAVAILABLE_ROWS,
  ...SOFT_ROWS,
  ...GLUE,
];

/** Every phrase that can be read, and every word of them. */
export interface Lexicon {
  readonly meanings: ReadonlyMap<string, Meaning>;
  readonly words: ReadonlySet<string>;
  /** Words of the longest phrase. */
  readonly longest: number;
}

/** The vocabulary alone, which is the same for every repository; it has every phrase once. */
const PHRASES: ReadonlyMap<string, Meaning> = new Map(
  ROWS.flatMap(([phrases, meaning]) => phrases.split('|').map((phrase) => [phrase, meaning] as const)),
);
const WORDS: ReadonlySet<string> = new Set([...PHRASES.keys()].flatMap((phrase) => phrase.split(' ')));
const LONGEST = longestOf(PHRASES.keys());
const SOFT: ReadonlySet<string> = new Set(SOFT_ROWS.flatMap(([phrases]) => phrases.split('|')));

/** The vocabulary, and the names that one repository adds to it. A name that is a word of the vocabulary too needs `service` beside it, but for words that give way to names. */
export function lexiconFor(profile: ProjectProfile): Lexicon {
  const meanings = new Map(PHRASES);
  for (const [name, selectors] of namesIn(profile)) {
    const meaning: Meaning = { tag: 'selector', selectors };
    meanings.set(`${name} service`, meaning).set(`service ${name}`, meaning).set(`${name} services`, meaning);
    if (!meanings.has(name) || SOFT.has(name)) meanings.set(name, meaning);
    // `customers service` for `customers-service`.
    const spaced = name.replace(/[-_]+/g, ' ');
    if (!meanings.has(spaced)) meanings.set(spaced, meaning);
  }
  const front = frontOf(profile);
  if (front) for (const name of FRONTS) if (!meanings.has(name)) meanings.set(name, front);
  for (const command of commandsIn(profile)) {
    const phrase = command.toLowerCase();
    if (!meanings.has(phrase)) meanings.set(phrase, { tag: 'code', text: command });
  }
  const own = [...meanings.keys()].slice(PHRASES.size);
  return {
    meanings,
    words: new Set([...WORDS, ...own.flatMap((phrase) => phrase.split(' '))]),
    longest: Math.max(LONGEST, longestOf(own)),
  };
}

function longestOf(phrases: Iterable<string>): number {
  return [...phrases].reduce((most, phrase) => Math.max(most, phrase.split(' ').length), 1);
}

/** What names mean: services, and units that are none, by their folder and its last step; folders of services, and packages, where nothing else is called so. */
function namesIn(profile: ProjectProfile): Map<string, Selector[]> {
  const { services, units, packages = [] } = profile;
  const names = new Map<string, Selector[]>();
  const add = (name: string, selector: Selector): void => {
    const key = name.toLowerCase();
    const known = names.get(key) ?? [];
    if (known.some((one) => JSON.stringify(one) === JSON.stringify(selector))) return;
    names.set(key, [...known, selector]);
  };
  for (const { name } of services) add(name, { service: name });
  for (const { directory } of units) {
    const isService = services.some((service) => service.directory === directory);
    if (directory !== '.' && !isService) add(lastOf(directory), { path: `${directory}/**` });
  }
  const others = [
    ...services.map(({ name, directory }) => [lastOf(directory), { service: name }] as const),
    ...packages.map(({ name, directory }) => [name, selectorOf({ directory }, profile)] as const),
  ].filter(([name, selector]) => !names.has(name.toLowerCase()) && (units.length === 1 || !('all' in selector)));
  for (const [name, selector] of others) if (name !== '.') add(name, selector);
  return names;
}

function lastOf(directory: string): string {
  return directory.split('/').at(-1) ?? '';
}

const FRONTS: readonly string[] = ['frontend', 'front-end', 'front end'];
const FRONT = /^(?:web|www|webapp|web-app|website|site|ui|client)$|(?:^|[-_])(?:ui|front|frontend|webapp)$/i;

/** The one service that people who look at it see; null where none is called so, or several are. */
function frontOf({ services }: ProjectProfile): Meaning | null {
  const [only, ...more] = services.filter(({ name }) => FRONT.test(name));
  return only && more.length === 0 ? { tag: 'selector', selectors: [{ service: only.name }] } : null;
}

/** Commands that may be said without marks around them: tasks that somebody has named. */
function commandsIn({ tasks }: ProjectProfile): string[] {
  return tasks.flatMap(({ runner, name }) =>
    runner === 'script' ? [`npm run ${name}`, `pnpm run ${name}`, `yarn run ${name}`] : [`${runner} ${name}`],
  );
}
