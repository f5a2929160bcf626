/** What a shell puts into a word as it stands: variables that nothing has changed, and expressions. */
export interface PutIn {
  /** The text without what single quotes hold, and without what other commands give: they may have made it harmless. */
  readonly text: string;
  readonly variables: readonly string[];
}

/** Characters of one text that are looked at. */
const MAX_TEXT = 2000;

export function putInto(word: string): PutIn {
  const text = expanded(word.slice(0, MAX_TEXT));
  const plain = text.replace(/\$\{\{.*?\}\}/gs, ' ');
  const variables = [...plain.matchAll(VARIABLE)].map(([, bare = '', braced = '']) => bare || braced);
  return { text, variables: [...new Set(variables)] };
}

/** `$A`, `${A}`, `${A:-b}` and `$env:A`; `${A//b/}` and the like are what somebody has made of it. */
const VARIABLE = /\$(?:env:)?([A-Za-z_]\w*)|\$\{(?:env:)?([A-Za-z_]\w*)(?::?[-=][^}]*)?\}/g;

const TOKEN = /\$\{\{.*?\}\}|\\.|\$\(|['"`)]|[^\\'"`)$]+|./gs;

/** Expressions are put in before a shell sees any quote. */
function expanded(word: string): string {
  const kept: string[] = [];
  let [single, double, ticked] = [false, false, false];
  let depth = 0;
  for (const [token] of word.matchAll(TOKEN)) {
    const isOwn = depth === 0 && !ticked;
    // What is left out parts what stands around it.
    if (!isOwn || single || token.startsWith('\\')) kept.push(' ');
    if (token.startsWith('${{')) kept.push(isOwn ? token : '');
    else if (single) single = token !== "'";
    else if (token === "'" && !double) single = true;
    else if (token === '"') double = !double;
    else if (token === '`') ticked = !ticked;
    else if (token === '$(') depth += 1;
    else if (token === ')' && depth > 0) depth -= 1;
    else if (isOwn && !token.startsWith('\\')) kept.push(token);
  }
  return kept.join('');
}

/** The first word, quotes and all. */
export function firstWord(text: string): string {
  return /^(?:\$\{\{.*?\}\}|\\.|"(?:\\.|[^"\\])*"|'[^']*'|[^\s"'\\])*/s.exec(text.slice(0, MAX_TEXT))?.[0] ?? '';
}
