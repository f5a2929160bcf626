/** Systems that GitHub's own runners have. */
export type System = 'Linux' | 'Windows' | 'macOS';

const SYSTEMS: readonly (readonly [pattern: RegExp, system: System])[] = [
  [/^(?:linux$|ubuntu-)/i, 'Linux'],
  [/^windows(?:$|-)/i, 'Windows'],
  [/^macos(?:$|-)/i, 'macOS'],
];

/** The system that a label stands for, by the word that it begins with. */
export function systemOf(label: string): System | null {
  return SYSTEMS.find(([pattern]) => pattern.test(label))?.[1] ?? null;
}

/** Versions that runners of GitHub have today. (GitHub's documentation, choosing the runner for a job; actions/runner-images, 2026-11) */
const TODAY: Readonly<Record<string, readonly string[]>> = {
  ubuntu: ['22.04', '24.04', '26.04'],
  windows: ['2022', '2025'],
  macos: ['14', '15', '26'],
};

/**
 * Versions that are gone, and since when, by the announcements in actions/runner-images. macOS 14 is announced for 2026-11-02 (13518, still
 * open) and counts as one of today.
 */
const GONE: Readonly<Record<string, string>> = {
  'ubuntu-16.04': '2021-09-20',
  'ubuntu-18.04': '2023-04-03',
  'ubuntu-20.04': '2025-04-15',
  'windows-2016': '2022-04-01',
  'windows-2019': '2025-06-30',
  'macos-10.15': '2023-03-31',
  'macos-11': '2024-06-28',
  'macos-11.0': '2024-06-28',
  'macos-12': '2024-12-03',
  'macos-13': '2025-12-08',
};

/** A label without what GitHub puts behind a version: sizes and processors. */
function plain(label: string): string {
  return label.toLowerCase().replace(/-(?:arm|intel|xl|large|xlarge)$/, '');
}

/** Since when GitHub has no such runner; null for a label that never was one of its own, or is. */
export function goneSince(label: string): string | null {
  const version = plain(label);
  return Object.hasOwn(GONE, version) ? (GONE[version] ?? null) : null;
}

/** Whether a label is one of GitHub's own or one that a registered runner gets by itself, and so stands for its system alone. */
export function isSystem(label: string): boolean {
  const [family = '', version, ...rest] = plain(label).split('-');
  if (version === undefined) return /^(?:linux|windows|macos)$/.test(family);
  const known = versionsOf(family);
  return (
    rest.length === 0 &&
    known.length > 0 &&
    (version === 'latest' || known.includes(version) || goneSince(label) !== null)
  );
}

/**
 * Whether a label is spelled like one of GitHub's own and never was one: a version between others, or a wrong word for the latest. Newer versions
 * may be there by now, and other words may be names of larger runners.
 */
export function neverWas(label: string): boolean {
  const [family = '', version = '', ...rest] = plain(label).split('-');
  if (rest.length > 0 || goneSince(label) !== null) return false;
  if (version === 'latest') return WRONG_FAMILIES.has(family);
  const known = versionsOf(family);
  if (known.length === 0 || known.includes(version)) return false;
  return WRONG_WORDS.has(version) || (isVersion(family, version) && Number(version) < Number(known.at(-1)));
}

function versionsOf(family: string): readonly string[] {
  return Object.hasOwn(TODAY, family) ? (TODAY[family] ?? []) : [];
}

const WRONG_FAMILIES = new Set(['linux', 'mac', 'osx', 'win']);

const WRONG_WORDS = new Set(['lates', 'latets', 'lastest', 'lattest', 'latst', 'newest', 'oldest', 'lts', 'stable']);

/** `windows-11` and the like may be machines of the owner's. */
function isVersion(family: string, version: string): boolean {
  return (family === 'windows' ? /^20\d\d$/ : /^\d\d(?:\.\d{1,2})?$/).test(version);
}
