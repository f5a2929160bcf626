import type { DocumentPath } from '../../domain/finding.ts';
import { isMapping, type Manifest } from '../formats/manifest.ts';
import type { Snapshot } from '../snapshot.ts';
import { expand, type LookUp, shortened, type Word, wordAt } from '../word.ts';
import type { ComposeService } from './compose.ts';

/** Where a service is read from. */
export interface ServicePlace {
  readonly snapshot: Snapshot;
  readonly manifest: Manifest;
  readonly name: string;
  /** The variables of the `.env` beside the file. */
  readonly lookUp: LookUp;
  readonly rank: ComposeService['rank'];
}

/** The text at `path`, its variables put in; null where there is none or nothing is left of it. */
export function textAt(place: ServicePlace, path: DocumentPath): Word | null {
  const value = place.manifest.at(path);
  return isScalar(value) ? wordOf(place, String(value), path) : null;
}

/** A list in one line, or a text; at most 2,000 characters. */
export function commandAt(place: ServicePlace, path: DocumentPath): Word | null {
  const { manifest } = place;
  const isList = Array.isArray(manifest.at(path));
  const command = isList ? wordOf(place, manifest.texts(path).join(' '), path) : textAt(place, path);
  return command && shortened(command);
}

/** A mapping, or a list of `NAME=value`; names whose value is not known are left out. */
export function pairsAt(place: ServicePlace, path: DocumentPath): Map<string, Word> {
  const { manifest } = place;
  const value = manifest.at(path);
  const pairs: (readonly [string, Word | null])[] = Array.isArray(value)
    ? value.map((item: unknown, index) => assignment(place, item, [...path, index]))
    : manifest.keys(path).map((key) => [key, textAt(place, [...path, key])]);
  return new Map(pairs.flatMap(([key, word]): [string, Word][] => (word && key !== '' ? [[key, word]] : [])));
}

/** Whether a value is a text, a number or a truth value. */
export function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** The items at `path`, each a text or a mapping with that key; one item may stand without a list. */
export function itemsAt({ manifest }: ServicePlace, path: DocumentPath, key: string): string[] {
  const value = manifest.at(path);
  return (Array.isArray(value) ? value : [value]).flatMap((item: unknown) => {
    const text = isMapping(item) ? item[key] : item;
    return typeof text === 'string' ? [text] : [];
  });
}

function assignment(place: ServicePlace, item: unknown, path: DocumentPath): readonly [string, Word | null] {
  const text = isScalar(item) ? String(item) : '';
  const at = text.indexOf('=');
  return at < 1 ? ['', null] : [text.slice(0, at), wordOf(place, text.slice(at + 1), path)];
}

function wordOf({ manifest, lookUp }: ServicePlace, text: string, path: DocumentPath): Word | null {
  const word = expand(wordAt(text, manifest.file, manifest.lineOf(path)), lookUp, () => '');
  return word.value === '' ? null : word;
}
