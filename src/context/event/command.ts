import type { EventTrigger } from '../../domain/event.ts';

/** How a comment begins that is meant for us. */
export const COMMAND = '/agent-generate';

/** Whether a comment's text is meant for us: by its first word, and nothing before it. */
export function isCommand(body: string): boolean {
  return body === COMMAND || (body.startsWith(COMMAND) && /\s/.test(body.charAt(COMMAND.length)));
}

/** Whether a comment asks what can be asked. */
export function asksForHelp(trigger: EventTrigger): boolean {
  if (trigger.kind !== 'comment') return false;
  return /^(?:help|--help|-h|\?)$/i.test(trigger.comment.body.slice(COMMAND.length).trim());
}
