/** Of more nobody reads the list. */
const MOST_NAMES = 8;

/** The first of many names, and how many more there are. */
export function shownNames(names: readonly string[]): string[] {
  const more = names.length - MOST_NAMES;
  return [...names.slice(0, MOST_NAMES), ...(more > 0 ? [`${more} more`] : [])];
}
