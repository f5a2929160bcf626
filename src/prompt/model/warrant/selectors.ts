import type { ProjectProfile } from '../../../domain/profile.ts';
import type { Selector } from '../../../domain/request.ts';
import type { Passage } from './passage.ts';
import type { Removal } from './removals.ts';
import type { Utterances } from './utterances.ts';

/** Other words for an ecosystem's code. */
const LANGUAGE_WORDS: Readonly<Record<string, string>> = {
  go: 'golang',
  node: 'javascript|typescript|js|ts|npm|frontend',
  deno: 'javascript|typescript',
  bun: 'javascript|typescript',
  python: 'py|pytest',
  java: 'jvm|maven|gradle',
  kotlin: 'jvm|gradle',
  scala: 'jvm|sbt',
  dotnet: '.net|c#|csharp',
  cpp: 'c++|c',
  rust: 'cargo',
  terraform: 'opentofu|infrastructure',
  protobuf: 'proto|protos|buf',
};

/**
 * Whether the words say that a wish is for this: those that deny nothing, and all of them where those say only `it`. Where nothing of the repository is named, it can
 * only be for all of it.
 */
export function isMeant(selector: Selector, utterances: Utterances, profile: ProjectProfile): boolean {
  const { affirmed } = utterances;
  const isIt = PRONOUNS.some((it) => affirmed.names(it)) && !namesAny(affirmed, profile);
  if (isIt && !affirmed.speaksOf('all') && !('all' in selector)) return isNamed(selector, utterances, profile);
  return 'all' in selector
    ? affirmed.speaksOf('all') || !namesAny(utterances, profile)
    : isNamed(selector, affirmed, profile);
}

const PRONOUNS = ['it', 'them', 'es', 'ihn'];

/** Whether something is taken from this: of a clause that names nothing the rest of the words tell it. */
export function isRemovalMeant(
  selector: Selector,
  removal: Removal,
  utterances: Utterances,
  profile: ProjectProfile,
): boolean {
  const { clause } = removal;
  const words = namesAny(clause, profile) || clause.speaksOf('all') ? clause : utterances;
  return 'all' in selector ? words.speaksOf('all') || !namesAny(words, profile) : isNamed(selector, words, profile);
}

/** Whether a clause has nothing but the name of this: `all but cart`. */
export function isExcepted(selector: Selector, { clause }: Removal, profile: ProjectProfile): boolean {
  return !('all' in selector) && callNamesOf(selector, profile).some((name) => isNameSaid(name, clause));
}

/** Whether words name this, by one of the names that people may call it. */
export function isNamed(selector: Selector, words: Passage, profile: ProjectProfile): boolean {
  return callNamesOf(selector, profile).some((name) => isNameSaid(name, words)) || isOnlyOne(selector, profile);
}

/** Whether words name anything that the repository has. */
export function namesAny(words: Passage, profile: ProjectProfile): boolean {
  return [...selectorsIn(profile)].some((one) => callNamesOf(one, profile).some((name) => isNameSaid(name, words)));
}

/** `Images go to ghcr.io` speaks of no Go. */
function isNameSaid(name: string, words: Passage): boolean {
  const isVerb =
    name === 'go' &&
    !/(?<![a-z])go(?! (?:to|into|onto|on|live|out|through|ahead|back)(?![a-z]))(?![a-z])/.test(words.text);
  return !isVerb && words.nearlyNames(name);
}

function isOnlyOne(selector: Selector, { units, services }: ProjectProfile): boolean {
  if ('ecosystem' in selector) return units.every(({ ecosystem }) => ecosystem === selector.ecosystem);
  return 'service' in selector && services.length === 1;
}

function* selectorsIn({ units, services }: ProjectProfile): Generator<Selector> {
  for (const { name } of services) yield { service: name };
  for (const { ecosystem, directory } of units) {
    yield { ecosystem };
    if (directory !== '.') yield { path: `${directory}/**` };
  }
}

/** What somebody may call it: its name or a part of it, its folder, its language. */
function callNamesOf(selector: Selector, { units, services }: ProjectProfile): string[] {
  if ('all' in selector) return [];
  if ('ecosystem' in selector) return languageWords(selector.ecosystem);
  if ('path' in selector) {
    const folder = selector.path.replace(/^\.\//, '').replace(/\/?\*.*$|\/$/, '');
    const there = units.filter(({ directory }) => directory === folder);
    return [selector.path, folder, ...nameParts(folder), ...there.flatMap(({ ecosystem }) => languageWords(ecosystem))];
  }
  const places = services.filter(({ name }) => name === selector.service).map(({ directory }) => directory);
  const own = units.filter(({ directory }) => places.includes(directory));
  return [
    selector.service,
    ...nameParts(selector.service),
    ...places.flatMap((place) => (place === '.' ? [] : [place, ...nameParts(place)])),
    ...own.flatMap(({ ecosystem }) => languageWords(ecosystem)),
  ];
}

/** What people call a language, or the tool that is called like it. */
export function languageWords(language: string): string[] {
  return [language, ...(Object.hasOwn(LANGUAGE_WORDS, language) ? (LANGUAGE_WORDS[language]?.split('|') ?? []) : [])];
}

function nameParts(name: string): string[] {
  return name.split(/[-_./]/).filter((part) => part.length >= 3);
}
