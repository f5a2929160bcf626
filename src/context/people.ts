import type { Actor } from '../domain/event.ts';

/** What GitHub calls those who most likely may write: no proof of it, for what it calls somebody tells too little. */
export const LIKELY_WRITERS: readonly string[] = ['OWNER', 'MEMBER', 'COLLABORATOR'];

/** Whether somebody is one of the bots that `settings.bots` names, whose case GitHub does not mind. A bot is told by its type: anybody may take a name like one's. */
export function isNamedBot({ login, isBot }: Actor, bots: readonly string[]): boolean {
  return isBot && bots.some((bot) => bot.toLowerCase() === login.toLowerCase());
}
