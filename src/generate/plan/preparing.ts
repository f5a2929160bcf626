import type { Command } from '../../domain/profile.ts';

const CLUSTER = /^kind create cluster\b/;

/** What a command prepares for those after it, as the title of its step; null where it is one of the checks themselves. */
export function preparationOf(command: Command, commands: readonly Command[]): string | null {
  if (CLUSTER.test(command.run)) return 'Create a cluster';
  const at = commands.indexOf(command);
  const made = commands.findIndex(({ run }) => CLUSTER.test(run));
  const isBetween = made >= 0 && made < at && !/^(?:ct|helm unittest)\b/.test(command.run);
  return isBetween ? 'Prepare the cluster' : null;
}
