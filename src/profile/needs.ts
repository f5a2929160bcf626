import type { Need, Service } from '../domain/profile.ts';
import type { ComposeService } from './docker/compose.ts';
import type { UnitDraft } from './ecosystem.ts';
import { isWithin } from './paths.ts';
import type { Snapshot } from './snapshot.ts';

interface Kind {
  readonly service: string;
  /** The name of an image, without registry and tag. */
  readonly image: RegExp;
  /** Names of packages that are its drivers. */
  readonly drivers: RegExp;
}

/** Databases and brokers that tests need beside them. (detection.md, "CI services") */
const KINDS: readonly Kind[] = [
  {
    service: 'postgres',
    image: /^(postgres|postgis|postgresql|pgvector)$/,
    drivers:
      /^(pg|postgres|psycopg(2(-binary)?)?|asyncpg|pg8000|postgresql|github\.com\/(lib\/pq|jackc\/pgx\/v\d)|sqlx\/(runtime-\S*|)postgres|sqlx\/postgres|tokio-postgres|diesel\/postgres)$/,
  },
  {
    service: 'mysql',
    image: /^mysql$/,
    drivers: /^(mysql2?|pymysql|mysqlclient|mysql-connector-j(ava)?|github\.com\/go-sql-driver\/mysql|sqlx\/mysql)$/,
  },
  { service: 'mariadb', image: /^mariadb$/, drivers: /^(mariadb|mariadb-java-client)$/ },
  {
    service: 'redis',
    image: /^redis(-stack)?$/,
    drivers:
      /^(redis|ioredis|jedis|lettuce-core|spring-boot-starter-data-redis|github\.com\/(redis\/go-redis\/v\d|go-redis\/redis(\/v\d)?|gomodule\/redigo))$/,
  },
  { service: 'valkey', image: /^valkey$/, drivers: /^(valkey|iovalkey|valkey-glide)$/ },
  {
    service: 'mongo',
    image: /^mongo(db)?$/,
    drivers: /^(mongodb|mongoose|pymongo|motor|mongodb-driver-\w+|go\.mongodb\.org\/mongo-driver(\/v\d)?)$/,
  },
  {
    service: 'rabbitmq',
    image: /^rabbitmq$/,
    drivers: /^(amqplib|pika|aio-pika|spring-boot-starter-amqp|github\.com\/rabbitmq\/amqp091-go)$/,
  },
  {
    service: 'kafka',
    image: /^(kafka|cp-kafka)$/,
    drivers: /^(kafkajs|kafka-python|aiokafka|confluent-kafka|spring-kafka|github\.com\/segmentio\/kafka-go)$/,
  },
];

/** Tests that bring their own containers, or an engine in the process, need nothing beside them. */
const SELF_SUFFICIENT =
  /testcontainers|^(h2|hsqldb|pg-mem|ioredis-mock|fakeredis|mongodb-memory-server|mongomock|embedded-redis|sqlmock|github\.com\/data-dog\/go-sqlmock|github\.com\/alicebob\/miniredis\S*|pglite|@electric-sql\/pglite)$/;

export interface NeedsInput {
  readonly snapshot: Snapshot;
  readonly draft: UnitDraft;
  readonly services: readonly Service[];
  readonly compose: readonly ComposeService[];
}

/**
 * What a unit's tests need: a driver among its dependencies, and a compose service of that kind beside it, which gives version and
 * environment. A driver alone is no proof that tests use it; a compose file alone is none that this unit does.
 */
export function findNeeds({ snapshot, draft, services, compose }: NeedsInput): Need[] {
  if (draft.commands.test.length === 0 || draft.dependencies.some(({ name }) => SELF_SUFFICIENT.test(name))) return [];
  const names = new Set(
    services.filter(({ directory }) => isWithin(draft.directory, directory)).map(({ name }) => name),
  );
  const own = compose.filter(({ name, build }) => names.has(name) && build !== null);
  const wanted = new Set(own.flatMap(({ dependsOn }) => dependsOn));
  return KINDS.flatMap(({ service, image, drivers }): Need[] => {
    const driver = draft.dependencies.find(({ name }) => drivers.test(name));
    const beside = compose.find(
      (it) => it.build === null && wanted.has(it.name) && image.test(imageName(it.image?.value ?? '')),
    );
    if (!driver || !beside?.image) return [];
    const because = [snapshot.evidence(beside.file, beside.image.line), snapshot.evidence(driver.file, driver.line)];
    return [{ service, version: imageTag(beside.image.value), environment: settingsOf(beside), because }];
  });
}

function imageName(image: string): string {
  return (
    image
      .replace(/@.*/, '')
      .replace(/:[^/]*$/, '')
      .split('/')
      .at(-1) ?? ''
  );
}

function imageTag(image: string): string | null {
  const tag = /:([^/@]+)/.exec(image.split('/').at(-1) ?? '')?.[1];
  return tag === undefined || tag === 'latest' ? null : tag;
}

/** What the container is configured by; a value that compose takes from the person's environment is not ours to know. */
function settingsOf({ environment }: ComposeService): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => value !== '' && /^[A-Z][A-Z0-9_]*$/.test(name)),
  );
}
