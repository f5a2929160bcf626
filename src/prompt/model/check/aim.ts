import type { ProjectProfile } from '../../../domain/profile.ts';
import type { Selector } from '../../../domain/request.ts';
import type { Said } from './said.ts';

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

/** Whether the words say that a wish is for this. Where they name nothing of the repository, it can only be for all of it. */
export function isMeant(selector: Selector, said: Said, profile: ProjectProfile): boolean {
  const named = (one: Selector) => namesOf(one, profile).some((name) => said.nearlyNames(name));
  if (!('all' in selector)) return named(selector) || isOnlyOne(selector, profile);
  return said.speaksOf('all') || ![...everyAim(profile)].some(named);
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
