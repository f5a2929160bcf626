import type { DocumentPath } from '../../domain/finding.ts';
import type { Manifest } from '../formats/manifest.ts';
import type { Line } from '../lines.ts';

/** The text at a place, or those of the list there, each with its line. */
export function textsAt(value: Manifest, path: DocumentPath): Line[] {
  const places = Array.isArray(value.at(path)) ? value.items(path) : [path];
  return places.flatMap((place) => {
    const text = value.text(place);
    return text === null ? [] : [{ text: text.trim(), number: value.lineOf(place) }];
  });
}
