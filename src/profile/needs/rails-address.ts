import type { Command, Need } from '../../domain/profile.ts';
import type { UnitDraft } from '../ecosystem.ts';
import { firstMatch } from '../lines.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Setting, withVariables } from '../with-variables.ts';

/** Where an application of Rails says how it reaches its servers. */
export const RAILS_SETTINGS = ['**/config/{database,cable}.yml', '**/config/initializers/{redis,sidekiq}.rb'];

export interface RailsQuery {
  readonly snapshot: Snapshot;
  readonly draft: Pick<UnitDraft, 'directory' | 'ecosystem'>;
  readonly needs: readonly Need[];
}

/**
 * The test command of an application of Rails with the addresses of the servers beside it. What is in DATABASE_URL comes before what
 * config/database.yml says. (guides.rubyonrails.org, "Configuring a Database")
 */
export function withRailsAddresses(command: Command, { snapshot, draft, needs }: RailsQuery): Command {
  if (draft.ecosystem !== 'ruby' || !/\brails\b|\brspec\b/.test(command.run) || TOLD.test(command.run)) return command;
  const file = (name: string) => joinPath(draft.directory, name) ?? name;
  const database = file('config/database.yml');
  const postgres = needs.find(({ service }) => service === 'postgres');
  const hasOwn = firstMatch(snapshot.text(database) ?? '', /^\s{0,20}adapter:\s{0,4}["']?postgresql\b/);
  const told =
    postgres && hasOwn
      ? withVariables(command, [['DATABASE_URL', addressOf(postgres)]], [snapshot.evidence(database, hasOwn.line)])
      : command;
  if (!needs.some(({ service }) => service === 'redis' || service === 'valkey')) return told;
  for (const name of ['config/cable.yml', 'config/initializers/redis.rb', 'config/initializers/sidekiq.rb']) {
    const read = firstMatch(snapshot.text(file(name)) ?? '', /\bREDIS_URL\b/);
    if (read) return withVariables(told, [REDIS], [snapshot.evidence(file(name), read.line)]);
  }
  return told;
}

/** What a pipeline or compose has told it already is whole. */
const TOLD = /\b[A-Z_]{0,40}(?:HOST|URL)=/;

const REDIS: Setting = ['REDIS_URL', 'redis://localhost:6379'];

/** As the container is made: what it is not told it has by itself, and its password is the one that stands in for none. */
function addressOf({ environment }: Need): string {
  const user = plain(environment.POSTGRES_USER) ?? 'postgres';
  const password = plain(environment.POSTGRES_PASSWORD) ?? 'postgres';
  return `postgres://${user}:${password}@localhost:5432/${plain(environment.POSTGRES_DB) ?? 'test'}`;
}

function plain(value: string | undefined): string | null {
  return value !== undefined && /^[\w-]{1,60}$/.test(value) ? value : null;
}
