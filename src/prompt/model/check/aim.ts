import type { ProjectProfile } from '../../../domain/profile.ts';
import type { Selector } from '../../../domain/request.ts';
import type { Said, Turned } from './said.ts';
import type { Spoken } from './spoken.ts';

/** Other words for an ecosystem's code. */
const WORDS: Readonly<Record<string, string>> = {
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
export function isMeant(selector: Selector, said: Said, profile: ProjectProfile): boolean {
  const { affirmed } = said;
  const isIt = (affirmed.names('it') || affirmed.names('them')) && !namesAny(affirmed, profile);
  if (isIt && !affirmed.speaksOf('all') && !('all' in selector)) return isNamed(selector, said, profile);
  return 'all' in selector
    ? affirmed.speaksOf('all') || !namesAny(said, profile)
    : isNamed(selector, affirmed, profile);
}

/** Whether something is taken from this: of a clause that names nothing the rest of the words tell it. */
export function isTurnedFor(selector: Selector, turned: Turned, said: Said, profile: ProjectProfile): boolean {
  const { clause } = turned;
  const words = namesAny(clause, profile) || clause.speaksOf('all') ? clause : said;
  return 'all' in selector ? words.speaksOf('all') || !namesAny(words, profile) : isNamed(selector, words, profile);
}

/** Whether a clause has nothing but the name of this: `all but cart`. */
export function isExcepted(selector: Selector, { clause }: Turned, profile: ProjectProfile): boolean {
  return !('all' in selector) && namesOf(selector, profile).some((name) => isSpoken(name, clause));
}

/** Whether words name this, by one of the names that people may call it. */
export function isNamed(selector: Selector, words: Spoken, profile: ProjectProfile): boolean {
  return namesOf(selector, profile).some((name) => isSpoken(name, words)) || isOnlyOne(selector, profile);
}

/** Whether words name anything that the repository has. */
export function namesAny(words: Spoken, profile: ProjectProfile): boolean {
  return [...everyAim(profile)].some((one) => namesOf(one, profile).some((name) => isSpoken(name, words)));
}

/** `Images go to ghcr.io` speaks of no Go. */
function isSpoken(name: string, words: Spoken): boolean {
  const isVerb =
    name === 'go' &&
    !/(?<![a-z])go(?! (?:to|into|onto|on|live|out|through|ahead|back)(?![a-z]))(?![a-z])/.test(words.text);
  return !isVerb && words.nearlyNames(name);
}

function isOnlyOne(selector: Selector, { units, services }: ProjectProfile): boolean {
  if ('ecosystem' in selector) return units.every(({ ecosystem }) => ecosystem === selector.ecosystem);
  return 'service' in selector && services.length === 1;
}

function* everyAim({ units, services }: ProjectProfile): Generator<Selector> {
  for (const { name } of services) yield { service: name };
  for (const { ecosystem, directory } of units) {
    yield { ecosystem };
    if (directory !== '.') yield { path: `${directory}/**` };
  }
}

/** What somebody may call it: its name or a part of it, its folder, its language. */
function namesOf(selector: Selector, { units, services }: ProjectProfile): string[] {
  if ('all' in selector) return [];
  if ('ecosystem' in selector) return wordsFor(selector.ecosystem);
  if ('path' in selector) {
    const folder = selector.path.replace(/^\.\//, '').replace(/\/?\*.*$|\/$/, '');
    const there = units.filter(({ directory }) => directory === folder);
    return [selector.path, folder, ...partsOf(folder), ...there.flatMap(({ ecosystem }) => wordsFor(ecosystem))];
  }
  const places = services.filter(({ name }) => name === selector.service).map(({ directory }) => directory);
  const own = units.filter(({ directory }) => places.includes(directory));
  return [
    selector.service,
    ...partsOf(selector.service),
    ...places.flatMap((place) => (place === '.' ? [] : [place, ...partsOf(place)])),
    ...own.flatMap(({ ecosystem }) => wordsFor(ecosystem)),
  ];
}

/** What people call a language, or the tool that is called like it. */
export function wordsFor(language: string): string[] {
  return [language, ...(Object.hasOwn(WORDS, language) ? (WORDS[language]?.split('|') ?? []) : [])];
}

function partsOf(name: string): string[] {
  return name.split(/[-_./]/).filter((part) => part.length >= 3);
}
