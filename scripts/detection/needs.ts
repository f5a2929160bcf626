import { KINDS, OWN_CONTAINERS } from '../../src/profile/needs/kinds.ts';
import { SERVERS } from '../../src/profile/needs/needs.ts';
import { FRAMEWORKS } from '../../src/profile/needs/settings/frameworks.ts';
import { codes, ordered, table } from './markdown.ts';
import { wordsOf } from './words.ts';

/** More names would hide the rest. */
const SHOWN = 6;

/** What is said of servers that tests need. */
export function needsSection(): string[] {
  const rows = KINDS.map(({ service, image, drivers, substitutes, emulator }) => [
    service,
    emulator === undefined ? codes(wordsOf(image)) : `none; its emulator, by ${codes([emulator])}`,
    some(wordsOf(drivers)),
    some(wordsOf(substitutes)),
  ]);
  return [
    'A driver alone is no proof that tests speak to a server, and a server alone none that this unit does. What shows one, best first:',
    '',
    ...ordered(SERVERS),
    '',
    'Version and settings come from there. Where compose gives the unit’s own service the URL of that server, tests get the same variable, with',
    'this machine in place of the host.',
    '',
    'Frameworks whose settings are read, and from where: a login that is written out there is the container’s, and variables that are read there are set for the tests.',
    '',
    ...table(
      ['framework', 'files'],
      FRAMEWORKS.map(({ name, reads }) => [name, codes(reads)]),
    ),
    '',
    'Where a workflow puts any beside the unit’s jobs, these are all. Without, nothing is needed where a unit has no tests, where a package stands in for the server, or where',
    `tests bring containers of their own (${codes(wordsOf(OWN_CONTAINERS))}).`,
    '',
    ...table(['server', 'images', 'packages that speak to it', 'packages that stand in for it'], rows),
  ];
}

function some(words: readonly string[]): string {
  const more = words.length - SHOWN;
  return more > 1 ? `${codes(words.slice(0, SHOWN))} and ${more} more` : codes(words);
}
