/** Levels of brackets in brackets: no person writes fifty; thousands end the process, where no error can be caught. */
const MOST_LEVELS = 300;

/** Whether brackets are nested deeper than any reader should follow. Those in texts count too: a text with so many open ones is no less odd. */
export function isTooDeep(text: string): boolean {
  if (!hasMany(text, '[') && !hasMany(text, '{')) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x5b || code === 0x7b) depth += 1;
    else if (code === 0x5d || code === 0x7d) depth = Math.max(0, depth - 1);
    if (depth > MOST_LEVELS) return true;
  }
  return false;
}

/** Whether half of those levels can be made of that bracket. Nearly no text has so many. */
function hasMany(text: string, bracket: string): boolean {
  let left = MOST_LEVELS / 2;
  for (let at = text.indexOf(bracket); at >= 0 && left > 0; at = text.indexOf(bracket, at + 1)) left -= 1;
  return left === 0;
}

/**
 * The text without a directive that would have it read as YAML 1.1, in which `on` is no text but `true`: GitHub reads 1.2 whatever it says.
 * As long as before, so that every place stays where it is.
 */
export function withoutVersion(text: string): string {
  return text.replace(/^%YAML(?=[ \t])/gm, '#YAML');
}
