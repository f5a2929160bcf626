import type { Passage } from './passage.ts';

/** Whether words speak of a command: word for word, or of what it is called. */
export function isCommandSaid(command: string, said: Passage): boolean {
  const parts = command
    .split(/[\s:./_-]+/)
    .filter((part) => part.length >= 4 && !TASK_RUNNERS.test(part))
    .map((part) => part.slice(0, 6));
  return said.names(command) || parts.some((part) => said.quotes(part));
}

const TASK_RUNNERS = /^(make|just|task|npm|pnpm|yarn|bun|run)$/;
