import { firstOfEach } from '../../../domain/grouped.ts';
import { ECOSYSTEMS, type EcosystemName, type ProjectProfile, type Unit } from '../../../domain/profile.ts';
import type { Question, Selector } from '../../../domain/request.ts';
import type { Atom } from '../meaning.ts';
import { has, tagged } from './chunks.ts';
import { isKnownPath, isWithin } from './places.ts';

/** What a chunk says that its wish is for. */
export interface Aim {
  readonly selectors: readonly Selector[];
  readonly atoms: readonly Atom[];
  readonly question: Question | null;
}

/** Names of services, languages and paths of a chunk as selectors that the repository has. */
export function aimOf(atoms: readonly Atom[], profile: ProjectProfile): Aim {
  const found = tagged(atoms, 'selector', 'language', 'path');
  const read = found.map((atom) => ({ atom, ...selectorOf(withImage(atom, atoms), profile) }));
  const question = read.find((one) => one.question !== null)?.question ?? null;
  const selectors = distinct(read.flatMap(({ selector }) => selector ?? []));
  const narrowest = withoutWider(selectors, profile);
  const several = narrowest.length > 1 ? askWhich(found.map(({ words }) => words).join(' '), narrowest) : null;
  return { selectors: narrowest, atoms: found, question: question ?? several };
}

/** Of several things that have one name the image is that of the service. */
function withImage(atom: Atom, atoms: readonly Atom[]): Atom {
  if (atom.meaning.tag !== 'selector' || !has(atoms, 'image')) return atom;
  const services = atom.meaning.selectors.filter((one) => 'service' in one);
  return services.length === 1 ? { ...atom, meaning: { tag: 'selector', selectors: services } } : atom;
}

interface Read {
  readonly selector: Selector | null;
  readonly question: Question | null;
}

function selectorOf({ meaning, words }: Atom, profile: ProjectProfile): Read {
  if (meaning.tag === 'selector')
    return meaning.selectors.length === 1
      ? { selector: meaning.selectors[0] ?? null, question: null }
      : { selector: null, question: askWhich(words, meaning.selectors) };
  if (meaning.tag === 'path') return pathSelector(meaning.path, words, profile);
  if (meaning.tag !== 'language') return { selector: null, question: null };
  const there = meaning.ecosystems.filter((ecosystem) => profile.units.some((unit) => unit.ecosystem === ecosystem));
  if (there.length === 1 && there[0]) return { selector: { ecosystem: there[0] }, question: null };
  return {
    selector: null,
    question:
      there.length > 1
        ? askWhich(
            words,
            there.map((ecosystem) => ({ ecosystem })),
          )
        : {
            about: words,
            text: `The repository has no code of ${words}. What is meant?`,
            choices: ecosystemsIn(profile),
          },
  };
}

function pathSelector(path: string, words: string, profile: ProjectProfile): Read {
  if (isKnownPath(path, profile))
    return {
      selector: { path: path.endsWith('/') ? `${path}**` : path.includes('*') ? path : `${path}/**` },
      question: null,
    };
  const folders = [...profile.units, ...profile.services].map(({ directory }) => directory);
  const text = `No unit or service of the repository lies at ${path}. Which path is meant?`;
  return {
    selector: null,
    question: {
      about: words,
      text,
      choices: [...new Set(folders)].filter((one) => one !== '.').map((one) => `${one}/**`),
    },
  };
}

/** `the Go code of cart` is about cart, if cart is Go. */
function withoutWider(selectors: readonly Selector[], profile: ProjectProfile): readonly Selector[] {
  const named = selectors.filter((one) => 'service' in one || 'path' in one);
  const [ecosystem, ...more] = selectors.flatMap((one) => ('ecosystem' in one ? [one.ecosystem] : []));
  const one = named[0];
  if (!ecosystem || more.length > 0 || named.length !== 1 || !one) return selectors;
  return ecosystemsOf(one, profile).includes(ecosystem) ? named : selectors;
}

/** Ecosystems of the units that a selector is about. */
export function ecosystemsOf(selector: Selector, profile: ProjectProfile): readonly EcosystemName[] {
  if ('ecosystem' in selector) return [selector.ecosystem];
  return [...new Set(unitsOf(selector, profile).map(({ ecosystem }) => ecosystem))];
}

/** The units that a selector is about. */
export function unitsOf(selector: Selector, { units, services }: ProjectProfile): readonly Unit[] {
  return units.filter(({ directory, ecosystem }) => {
    if ('all' in selector) return true;
    if ('ecosystem' in selector) return ecosystem === selector.ecosystem;
    if ('path' in selector) {
      const folder = selector.path.replace(/\/?\*.*$/, '');
      return isWithin(directory, folder) || isWithin(folder, directory);
    }
    return services.some(
      ({ name, directory: place }) =>
        name === selector.service && (isWithin(place, directory) || isWithin(directory, place)),
    );
  });
}

const TOOLS: Readonly<Record<string, string>> = { kotlin: 'java', scala: 'java' };

/** The tool by whose versions the code of an ecosystem is told apart. */
export function toolRunning(ecosystem: EcosystemName): string {
  return TOOLS[ecosystem] ?? ecosystem;
}

/** The ecosystems whose code runs on the versions of a tool. */
export function ecosystemsOn(tool: string): EcosystemName[] {
  return ECOSYSTEMS.filter((ecosystem) => toolRunning(ecosystem) === tool);
}

export function ecosystemsIn({ units }: ProjectProfile): EcosystemName[] {
  return [...new Set(units.map(({ ecosystem }) => ecosystem))];
}

/** A selector as somebody says it. */
export function nameOf(selector: Selector): string {
  if ('all' in selector) return 'everything';
  if ('ecosystem' in selector) return selector.ecosystem;
  return 'service' in selector ? selector.service : selector.path;
}

function askWhich(about: string, selectors: readonly Selector[]): Question {
  return { about, text: `Which of these is meant by “${about}”?`, choices: selectors.map(nameOf) };
}

function distinct(selectors: readonly Selector[]): Selector[] {
  return firstOfEach(selectors, (one) => JSON.stringify(one));
}
