import { MAIN } from '../../src/profile/compose/files.ts';
import { BASES } from '../../src/profile/docker/base-images.ts';
import { FOLDER_WORDS, NAME_WORDS, STOCK } from '../../src/profile/docker/ignored.ts';
import { USUAL } from '../../src/profile/services/choose.ts';
import { HEALTH_NAMES as ROUTES } from '../../src/profile/services/code/health-names.ts';
import { CONTEXTS } from '../../src/profile/services/context.ts';
import { FRAMEWORKS, HEALTH } from '../../src/profile/services/health.ts';
import { MAKERS } from '../../src/profile/services/kinds/kinds.ts';
import { BUILDERS } from '../../src/profile/services/pipeline-builds.ts';
import { PORT_PLACES } from '../../src/profile/services/ports/find.ts';
import { USERS } from '../../src/profile/services/user.ts';
import { codes, folded, ordered, table } from './markdown.ts';
import { wordsOf } from './words.ts';

/** What is said of images and of what runs in them. */
export function serviceSections(): string[] {
  return [...dockerfiles(), ...makers(), ...contexts(), ...ports(), ...users(), ...health()];
}

function dockerfiles(): string[] {
  const reasons = [...new Set([...NAME_WORDS, ...FOLDER_WORDS].map(([, why]) => why))];
  const wordsFor = (words: typeof NAME_WORDS, why: string) =>
    codes(words.flatMap(([pattern, reason]) => (reason === why ? wordsOf(pattern) : [])));
  return [
    '### Dockerfiles',
    '',
    '`Dockerfile`, `Containerfile`, `Dockerfile.x`, `Dockerfile-x` and `x.Dockerfile`, and whatever compose builds. One folder’s are ways to',
    `build one image, unless compose or their names say otherwise: ${codes(USUAL)} in this order, in whatever case. One Dockerfile makes several images where`,
    'compose or pipelines build it with different targets or arguments. These make no service, and are listed with the reason:',
    '',
    ...table(
      ['reason', 'word in the name', 'folder'],
      reasons.map((why) => [why, wordsFor(NAME_WORDS, why), wordsFor(FOLDER_WORDS, why)]),
    ),
    '',
    'Nor does one that only configures a stock image, or that holds files and no command to run.',
    '',
    ...folded('Stock images', [codes(wordsOf(STOCK))]),
    '',
    `Compose files are read with their \`.env\`, overrides and \`extends\`. A folder’s main file is ${MAIN.map((name) => `\`${name}\``).join(', else ')}; it goes before`,
    'others, and these before those for development and tests.',
  ];
}

function makers(): string[] {
  const rows = MAKERS.map(({ title, kinds }) => [title, codes(kinds)]);
  return [
    '',
    '### Images without a Dockerfile',
    '',
    'A program that has a Dockerfile is built by it; one that two tools can make, by the first.',
    '',
    ...table(['made by', 'kind'], rows),
  ];
}

function contexts(): string[] {
  return [
    '',
    '### Context, target and arguments',
    '',
    'As compose builds the image, else as the first of these does:',
    '',
    ...ordered(BUILDERS),
    '',
    'Where nothing builds it, the context is',
    '',
    ...ordered(CONTEXTS),
  ];
}

function ports(): string[] {
  return [
    '',
    '### Ports',
    '',
    'The first that knows any port tells all of them; none is a worker, and no port is guessed.',
    '',
    ...ordered(PORT_PLACES),
  ];
}

function users(): string[] {
  const groups = [...new Set(BASES.map(accountOf))];
  const rows = groups.map((group) => {
    const own = BASES.filter((base) => accountOf(base) === group);
    return [...group.split('\0'), own.map(imagesOf).join(', ')];
  });
  return [
    '',
    '### User',
    '',
    ...ordered(USERS),
    '',
    ...folded('What base images bring', table(['user', 'port', 'images'], rows)),
  ];
}

type Base = (typeof BASES)[number];

function accountOf({ user, port }: Base): string {
  return `${user ?? ''}\0${port ?? ''}`;
}

function imagesOf({ repository, tag }: Base): string {
  return `${codes(wordsOf(repository))}${tag ? ` (tag \`${tag.source}\`)` : ''}`;
}

function health(): string[] {
  const rows = FRAMEWORKS.map(([pattern, route]) => [codes(wordsOf(pattern)), `\`${route}\``]);
  return [
    '',
    '### Health',
    '',
    'Asked only of what listens.',
    '',
    ...ordered(HEALTH),
    '',
    ...table(['package', 'its route'], rows),
    '',
    `Names of routes, the better first: ${codes(ROUTES)}.`,
  ];
}
