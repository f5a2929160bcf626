import { imageName, shortName } from '../docker/image-name.ts';
import { KINDS, type Kind } from './kinds.ts';

/** Servers by the names that programs, units of systemd, actions and Travis have for them, each with its image. (Travis CI, "Setting up Databases and Services") */
export const IMAGES: ReadonlyMap<string, string> = new Map([
  ...['postgres', 'postgresql'].map((name) => [name, 'postgres'] as const),
  ['mysql', 'mysql'],
  ['mariadb', 'mariadb'],
  ...['mssql', 'mssql-server'].map((name) => [name, 'mssql'] as const),
  ...['redis', 'redis-server'].map((name) => [name, 'redis'] as const),
  ['valkey', 'valkey'],
  ...['mongo', 'mongod', 'mongodb'].map((name) => [name, 'mongo'] as const),
  ['memcached', 'memcached'],
  ...['rabbitmq', 'rabbitmq-server'].map((name) => [name, 'rabbitmq'] as const),
  ['elasticsearch', 'elasticsearch'],
  ['opensearch', 'opensearch'],
  ['couchdb', 'couchdb'],
  ['cassandra', 'cassandra'],
  ['kafka', 'kafka'],
  ['nats', 'nats'],
  ...['clickhouse', 'clickhouse-server'].map((name) => [name, 'clickhouse/clickhouse-server'] as const),
  ['minio', 'minio/minio'],
  ['localstack', 'localstack'],
]);

/** The name of the server that an image would be: the last step of its own, and Microsoft's by the one before. */
export function serverName(image: string): string {
  return /(?:^|\/)mssql\/server$/.test(imageName(image).repository) ? 'mssql' : shortName(image);
}

/** The kind of server that an image is; undefined where it is none that is known. */
export function serverOf(image: string): Kind | undefined {
  const name = serverName(image);
  return KINDS.find((kind) => kind.image.test(name));
}

/**
 * The version of a server by its image: `16-alpine` is a version and a base, which does not matter to tests. What others make of a server
 * has numbers of its own behind its version.
 */
export function serverVersion(image: string, { service }: Kind): string | null {
  const { repository, tag } = imageName(image);
  if (tag === null || tag === 'latest' || tag.includes('$')) return null;
  if (service !== 'postgres' || !repository.includes('/')) return tag;
  return /(?:^|-)pg-?(\d{1,2})(?![\d])/.exec(tag)?.[1] ?? /^v?(\d{1,2})(?!\d)/.exec(tag)?.[1] ?? null;
}
