import type { IntentOf } from '../../../../domain/request.ts';
import { type Objection, unsaidUnless, whichOne } from '../objection.ts';
import type { Passage } from '../passage.ts';
import { languageWords } from '../selectors.ts';
import type { Warrant } from '../warrant.ts';

/** Versions were said, lie between two that were, or are the repository's own; systems were said. */
export function matrixObjections(intent: IntentOf<'matrix'>, own: Passage, { profile }: Warrant): Objection[] {
  const { tool, versions = [], systems = [] } = intent;
  const declared = profile.units.flatMap((unit) => [...(unit.version ? [unit.version] : []), ...unit.versions]);
  const isKnown = (version: string) =>
    isVersionSaid(version, own) ||
    declared.some(({ value }) => value === version) ||
    (own.hasRange && isBetween(version, own.numbers));
  const isToolSaid =
    tool === undefined ||
    own.speaksOf('version') ||
    own.speaksOf('test') ||
    languageWords(tool).some((word) => own.nearlyNames(word));
  const invented = versions.filter((version) => !isKnown(version));
  const unsaid = systems.filter((system) => !own.speaksOf(system));
  return [
    ...unsaidUnless(invented.length === 0, 'versions', intent, whichOne('version', invented.join(', '))),
    ...unsaidUnless(isToolSaid, 'tool', intent, whichOne('tool', tool)),
    ...unsaidUnless(unsaid.length === 0, 'systems', intent, whichOne('system', unsaid.join(', '))),
  ];
}

/** The number of a span of time or of a percentage is no version. */
function isVersionSaid(version: string, own: Passage): boolean {
  const isMeasure = [...own.minutes, ...own.percents].map(String).includes(version);
  return !isMeasure && (own.numbers.includes(version) || own.names(version));
}

/** `1.25` is said by `1.24 to 1.26`. */
function isBetween(version: string, numbers: readonly string[]): boolean {
  const alike = numbers.filter((one) => one.split('.').length === version.split('.').length).map(rank);
  const own = rank(version);
  return alike.some((one) => one < own) && alike.some((one) => one > own);
}

function rank(version: string): number {
  return version.split('.').reduce((sum, part) => sum * 10_000 + Number(part), 0);
}
