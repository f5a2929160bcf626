import type { Command } from '../../domain/profile.ts';

/** What only gives a database its tables. */
const TABLES =
  /\b(?:(?:alembic|aerich|flask db) upgrade|(?:artisan |manage\.py )migrate|prisma (?:migrate deploy|db push)|sqlx database setup)\b|^psql .*\bcreate database\b/i;

const CLUSTER = /^kind create cluster\b/;

/** What a command prepares for those after it, as the title of its step; null where it is one of the checks themselves. */
export function preparationOf(command: Command, commands: readonly Command[]): string | null {
  if (TABLES.test(command.run)) return 'Prepare the database';
  if (/^cargo install sqlx-cli\b/.test(command.run)) return 'Install sqlx-cli';
  if (/\blingui compile\b/.test(command.run)) return 'Compile the messages';
  if (CLUSTER.test(command.run)) return 'Create a cluster';
  const at = commands.indexOf(command);
  const made = commands.findIndex(({ run }) => CLUSTER.test(run));
  const isBetween = made >= 0 && made < at && !/^(?:ct|helm unittest)\b/.test(command.run);
  return isBetween ? 'Prepare the cluster' : null;
}
