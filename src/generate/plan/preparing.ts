import type { Command } from '../../domain/profile.ts';

/** What only gives a database its tables. */
const TABLES =
  /\b(?:(?:alembic|aerich|flask db) upgrade|(?:artisan |manage\.py )migrate|prisma (?:migrate deploy|db push))\b/;

/** A program of the repository's own that does, by its name. */
const MIGRATES =
  /^(?:\w{1,60}=\S{1,300} )*(?:(?:go|cargo|npm|pnpm|yarn|bun|uv|poetry|pdm|pipenv|hatch) run|node|python3?|npx|bundle exec) (?:\S{1,200} ){0,6}?\S{0,100}\bmigrat(?:e|ions?)\b/;

const CLUSTER = /^kind create cluster\b/;

/** What a command prepares for those after it, as the title of its step; null where it is one of the checks themselves. */
export function preparationOf(command: Command, commands: readonly Command[]): string | null {
  if (TABLES.test(command.run) || MIGRATES.test(command.run)) return 'Prepare the database';
  if (/\blingui compile\b/.test(command.run)) return 'Compile the messages';
  if (CLUSTER.test(command.run)) return 'Create a cluster';
  const at = commands.indexOf(command);
  const made = commands.findIndex(({ run }) => CLUSTER.test(run));
  const isBetween = made >= 0 && made < at && !/^(?:ct|helm unittest)\b/.test(command.run);
  return isBetween ? 'Prepare the cluster' : null;
}
