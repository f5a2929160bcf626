import { liveQuery, QUERY_SOURCES } from '../../ecosystems/rust/queries.ts';
import type { Framework, FrameworkQuery } from './framework.ts';
import { type ServerSettings, told } from './server-settings.ts';

/** The database that sqlx checks queries against: its variable comes before any file. (docs.rs/sqlx, "query!", "Requirements") */
export const SQLX: Framework = { name: 'SQLx', ecosystem: 'rust', reads: QUERY_SOURCES, find };

const DATABASES = [
  ['sqlx/postgres', 'postgres'],
  ['sqlx/mysql', 'mysql'],
] as const;

function find({ snapshot, draft }: FrameworkQuery): ServerSettings[] {
  const query = liveQuery(snapshot, draft);
  const database = DATABASES.find(([feature]) => draft.dependencies.some(({ name }) => name === feature));
  if (!query || !database) return [];
  const [, service] = database;
  const url = { ...told('DATABASE_URL'), scheme: service };
  return [{ service, parts: {}, url, isShown: true, hasDriver: true, at: { file: query.file, line: query.line } }];
}
