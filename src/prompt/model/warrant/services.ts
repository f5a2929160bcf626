import type { Passage } from './passage.ts';

/** What people call the services that everybody knows: the list is closed, for an image is fetched by such a name. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['postgres', 'postgresql', 'pg', 'psql', 'postgre'],
  ['mysql'],
  ['mariadb', 'maria'],
  ['mongo', 'mongodb'],
  ['redis'],
  ['valkey'],
  ['rabbitmq', 'rabbit'],
  ['kafka'],
  ['nats'],
  ['elasticsearch', 'elastic'],
  ['opensearch'],
  ['memcached', 'memcache'],
  ['mssql', 'sqlserver', 'sql server'],
  ['cassandra'],
  ['clickhouse'],
  ['cockroachdb', 'cockroach'],
  ['minio'],
];

/** All names of services that everybody knows. */
export const DATABASES: readonly string[] = SYNONYMS.flat();

/** Whether a service was named: word for word, or where everybody knows it by another of its names, with a slip of the pen. */
export function isServiceNamed(service: string, said: Passage): boolean {
  const known = SYNONYMS.find((names) => names.includes(service));
  return known === undefined ? said.names(service) : known.some((name) => said.nearlyNames(name));
}
