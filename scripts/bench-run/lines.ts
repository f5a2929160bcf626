import { stripVTControlCharacters } from 'node:util';

const LINES = 12;
const WIDTH = 200;

/**
 * The last lines of what a job printed, without what is of one machine: colours, the folders of `places` and the hosts of addresses.
 * @param places absolute folders, each replaced by `…`
 */
export function lastLines(printed: readonly string[], places: readonly string[]): string[] {
  const ordered = [...places].filter((place) => place.length > 1).sort((a, b) => b.length - a.length);
  const lines = printed
    .flatMap((text) => stripVTControlCharacters(text).split(/[\r\n]+/))
    .map((line) => ordered.reduce((text, place) => text.replaceAll(place, '…'), line).trimEnd())
    .map((line) => line.replaceAll(/\b(https?:\/\/)[^/\s"')]+/g, '$1…').replaceAll('`', "'"))
    .filter((line) => line !== '');
  return lines.slice(-LINES).map((line) => (line.length > WIDTH ? `${line.slice(0, WIDTH)}…` : line));
}
