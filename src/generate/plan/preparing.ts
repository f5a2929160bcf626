import { compilesPackages } from '../../domain/compiles.ts';
import { withoutVariables } from '../../domain/in-front.ts';
import type { Command } from '../../domain/profile.ts';

/** A program of the repository's own that gives a database its tables, by its name. */
const MIGRATES =
  /^(?:\w{1,60}=\S{1,300} )*(?:(?:go|cargo|npm|pnpm|yarn|bun|uv|poetry|pdm|pipenv|hatch) run|node|python3?|npx|bundle exec) (?:\S{1,200} ){0,6}?\S{0,100}\bmigrat(?:e|ions?)\b/;

/** What only gives a check what it needs, with the title of its step. */
const PREPARES: readonly (readonly [call: RegExp, title: string])[] = [
  [
    /\b(?:(?:alembic|aerich|flask db) upgrade|manage\.py migrate|artisan (?:migrate|db:seed|[\w-]{1,40}:(?:install|init))|console doctrine:|(?:rake|rails)(?: db:[\w:]{1,60}){1,8}$|prisma (?:migrate deploy|db push)|sqlx database setup)\b|^psql .*\bcreate database\b/i,
    'Prepare the database',
  ],
  [MIGRATES, 'Prepare the database'],
  [/^cargo install sqlx-cli\b/, 'Install sqlx-cli'],
  [/\blingui compile\b/, 'Compile the messages'],
  [/\bplaywright install\b/, 'Install browsers'],
];

const CLUSTER = /^kind create cluster\b/;

/** The title of what compiles packages for other commands; null for any other, and for one that is the work itself. */
export function compiledFor({ run }: Command, last: Command | undefined): string | null {
  return compilesPackages(run) && !compilesPackages(last?.run ?? '') ? 'Compile the packages' : null;
}

const OF_NODE = /^(?:npm|pnpm|yarn|npx|node) /;
const INSTALLS = /^(?:npm (?:ci|i|install)|pnpm (?:i|install)|yarn(?: install)?)(?= |$)/;

/** Whether a command starts Node, by itself or by a manager of its packages. */
export function startsNode({ run }: Pick<Command, 'run'>): boolean {
  return OF_NODE.test(`${withoutVariables(run)} `);
}

/** The title of what Node does for the tests of another language; null where they are its own. */
function madeFor({ run }: Command, last: Command | undefined): string | null {
  if (!last || !startsNode({ run }) || startsNode(last)) return null;
  return INSTALLS.test(withoutVariables(run)) ? 'Install the packages of Node.js' : 'Build what the tests read';
}

/** What a command prepares for those after it, as the title of its step; null where it is one of the checks themselves. */
export function preparationOf(command: Command, commands: readonly Command[]): string | null {
  const known = PREPARES.find(([call]) => call.test(command.run));
  if (known) return known[1];
  if (CLUSTER.test(command.run)) return 'Create a cluster';
  const compiled = compiledFor(command, commands.at(-1)) ?? madeFor(command, commands.at(-1));
  if (compiled) return compiled;
  const at = commands.indexOf(command);
  const made = commands.findIndex(({ run }) => CLUSTER.test(run));
  const isBetween = made >= 0 && made < at && !/^(?:ct|helm unittest)\b/.test(command.run);
  return isBetween ? 'Prepare the cluster' : null;
}
