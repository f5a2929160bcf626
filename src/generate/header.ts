import type { GenerationRequest } from '../domain/request.ts';
import { digestOfJson, gitBlobId } from '../workflow/digest.ts';

/** A generated file, taken apart. */
export interface HeadedText {
  /** Lines that a person has put into the header. */
  readonly added: readonly string[];
  /** Our own lines of it, but for the one that names the body. */
  readonly own: readonly string[];
  /** The git blob id of what was generated below the header, before any edit. */
  readonly id: string;
  /** What stands below it now, ended by a newline. */
  readonly body: string;
}

/** Nothing here changes unless the body does or the request: no version, no date. */
export function withHeader(body: string, request: GenerationRequest): string {
  const own = [...INTRODUCTION, `# request: ${digestOfJson(request)}`];
  return writeHeaded({ added: [], own, id: gitBlobId(body), body });
}

/** What a person has put into the header comes first. */
export function writeHeaded({ added, own, id, body }: HeadedText): string {
  const line = `# body: ${id} (git hash-object of what was generated below this line, before any edit by hand)`;
  return `${[...added, ...own, line].join('\n')}\n${body}`;
}

/** Null where the text does not carry our header. A last line without its end counts as ended. */
export function readHeaded(text: string): HeadedText | null {
  const found = BODY.exec(text);
  const id = found?.[1];
  if (!found || id === undefined) return null;
  const above = text.slice(0, found.index).split('\n').slice(0, -1);
  const below = text.slice(found.index + found[0].length);
  return {
    added: above.filter((line) => !isOwn(line)),
    own: above.filter(isOwn),
    id,
    body: below === '' || below.endsWith('\n') ? below : `${below}\n`,
  };
}

/** Whether a generated body is still as it was generated. */
export function isPristine({ id, body }: HeadedText): boolean {
  return gitBlobId(body) === id;
}

const BODY = /^# body: ([0-9a-f]{40})\b[^\n]*(?:\n|$)/m;

const INTRODUCTION = [
  '# Made by agent-generate. To change it, change what it was made from: the repository itself, or the',
  '# intents in .github/agent-generate.yml. Edits by hand are kept when it is made anew, and reported.',
];

function isOwn(line: string): boolean {
  return INTRODUCTION.includes(line) || /^# request: sha256:[0-9a-f]{64}$/.test(line);
}
