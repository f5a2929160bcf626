import type { EventTrigger, Trigger } from '../../domain/event.ts';

/** How a comment begins that is meant for us. */
export const COMMAND = '/agent-generate';

/** Whether a comment's text is meant for us: by its first word, and nothing before it. */
export function isCommand(body: string): boolean {
  return body === COMMAND || (body.startsWith(COMMAND) && /\s/.test(body.charAt(COMMAND.length)));
}

/** Whether a comment asks what can be asked. */
export function asksForHelp(trigger: EventTrigger): boolean {
  return /^(?:help|--help|-h|\?)$/i.test(wordsOf(trigger));
}

/** What a comment asks for that this version does not read, as a sentence; null where there is nothing. */
export function unreadWords(trigger: Trigger): string | null {
  if (wordsOf(trigger) === '') return null;
  return `The words after ${COMMAND} in the comment were not used: this version proposes anew, and reads no more than help.`;
}

/** What stands behind the command in a comment; empty for every other trigger. */
function wordsOf(trigger: Trigger): string {
  return trigger.kind === 'comment' ? trigger.comment.body.slice(COMMAND.length).trim() : '';
}
