import type { Trigger } from '../../domain/event.ts';

/** How a comment begins that is meant for us. */
const COMMAND = '/agent-generate';

/** What a comment that is meant for us says. */
export type Command =
  /** Propose the pipeline anew. */
  | { readonly kind: 'anew' }
  | { readonly kind: 'help' }
  /** Take back what was asked for in comments before. */
  | { readonly kind: 'reset' }
  /** Untrusted; trimmed, and never empty. */
  | { readonly kind: 'words'; readonly words: string };

/** Whether a comment's text is meant for us: by its first word, and nothing before it. */
export function isCommand(body: string): boolean {
  return body === COMMAND || (body.startsWith(COMMAND) && /\s/.test(body.charAt(COMMAND.length)));
}

/** What a comment's text says to us; null where it is not meant for us. */
export function commandIn(body: string): Command | null {
  if (!isCommand(body)) return null;
  const words = ownLines(body.slice(COMMAND.length));
  if (words === '') return { kind: 'anew' };
  if (/^(?:help[.!?]?|--help|-h|\?)$/i.test(words)) return { kind: 'help' };
  return /^reset[.!]?$/i.test(words) ? { kind: 'reset' } : { kind: 'words', words };
}

/** What the comment of a trigger says to us; null for every other trigger. */
export function commandOf(trigger: Trigger): Command | null {
  return trigger.kind === 'comment' ? commandIn(trigger.comment.body) : null;
}

/** Whether a comment's text says something that only whoever may write to the repository can say. */
export function isAsking(body: string): boolean {
  const kind = commandIn(body)?.kind;
  return kind === 'words' || kind === 'reset';
}

/** What is quoted, somebody else has said: an answer by mail brings along all that it answers to. */
function ownLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => !/^ {0,3}>/.test(line))
    .join('\n')
    .trim();
}
