/** What is known of a database or broker that can stand beside a job. */
export interface ContainerKind {
  readonly image: string;
  /** A tag that data/image-catalog.json has a digest of, where it has one of the image. */
  readonly version: string;
  /** What clients ask it at. */
  readonly ports: readonly number[];
  /** The least that the image starts with. */
  readonly environment: Readonly<Record<string, string>>;
  /** A command inside the container that succeeds once it is ready; null where the image has none. */
  readonly health: string | null;
  /** What the image does not start without. */
  readonly command?: string;
  /** Of its variables, others that stand in for them. */
  readonly instead?: Readonly<Record<string, readonly string[]>>;
}

const NO_ROOT_PASSWORD = ['ALLOW_EMPTY_PASSWORD', 'ALLOW_EMPTY_ROOT_PASSWORD', 'RANDOM_ROOT_PASSWORD'];

/** By the usual name of the service. Passwords are those of throw-away containers. */
export const CONTAINER_KINDS: ReadonlyMap<string, ContainerKind> = new Map(
  Object.entries<ContainerKind>({
    postgres: {
      image: 'postgres',
      version: '17',
      ports: [5432],
      environment: { POSTGRES_PASSWORD: 'postgres' },
      health: 'pg_isready',
    },
    mysql: {
      image: 'mysql',
      version: '8.4',
      ports: [3306],
      environment: { MYSQL_ROOT_PASSWORD: 'mysql' },
      health: 'mysqladmin ping --silent',
      instead: { MYSQL_ROOT_PASSWORD: NO_ROOT_PASSWORD.map((name) => `MYSQL_${name}`) },
    },
    mariadb: {
      image: 'mariadb',
      version: '11.8',
      ports: [3306],
      environment: { MARIADB_ROOT_PASSWORD: 'mariadb' },
      health: 'healthcheck.sh --connect --innodb_initialized',
      instead: {
        MARIADB_ROOT_PASSWORD: [
          'MYSQL_ROOT_PASSWORD',
          ...NO_ROOT_PASSWORD.flatMap((name) => [`MARIADB_${name}`, `MYSQL_${name}`]),
        ],
      },
    },
    mssql: {
      image: 'mcr.microsoft.com/mssql/server',
      version: '2022-latest',
      ports: [1433],
      environment: { ACCEPT_EULA: 'Y', MSSQL_SA_PASSWORD: 'Throw-away-1' },
      health: '/opt/mssql-tools18/bin/sqlcmd -C -S localhost -U sa -P "$MSSQL_SA_PASSWORD" -Q "SELECT 1"',
    },
    redis: { image: 'redis', version: '8', ports: [6379], environment: {}, health: 'redis-cli ping' },
    valkey: { image: 'valkey/valkey', version: '9', ports: [6379], environment: {}, health: 'valkey-cli ping' },
    mongo: {
      image: 'mongo',
      version: '8.0',
      ports: [27017],
      environment: {},
      // The older shell is all that releases before 5 have.
      health: 'mongosh --quiet --eval "db.adminCommand({ping:1})" || mongo --quiet --eval "db.adminCommand({ping:1})"',
    },
    elasticsearch: {
      image: 'elasticsearch',
      version: '8.13.0',
      ports: [9200],
      environment: { 'discovery.type': 'single-node', 'xpack.security.enabled': 'false' },
      health: 'curl --fail --silent http://localhost:9200/_cluster/health',
    },
    opensearch: {
      image: 'opensearchproject/opensearch',
      version: '3',
      ports: [9200],
      environment: { 'discovery.type': 'single-node', DISABLE_SECURITY_PLUGIN: 'true' },
      health: 'curl --fail --silent http://localhost:9200/_cluster/health',
    },
    rabbitmq: {
      image: 'rabbitmq',
      version: '4-management',
      ports: [5672],
      environment: {},
      health: 'rabbitmq-diagnostics --quiet ping',
    },
    kafka: { image: 'apache/kafka', version: '4.3.1', ports: [9092], environment: {}, health: null },
    couchdb: {
      image: 'couchdb',
      version: '3',
      ports: [5984],
      environment: { COUCHDB_USER: 'admin', COUCHDB_PASSWORD: 'couchdb' },
      health: 'curl --fail --silent http://localhost:5984/_up',
    },
    cassandra: {
      image: 'cassandra',
      version: '5.0',
      ports: [9042],
      environment: {},
      health: 'cqlsh -e "describe cluster"',
    },
    memcached: { image: 'memcached', version: '1.6', ports: [11211], environment: {}, health: null },
    nats: { image: 'nats', version: '2-alpine', ports: [4222], environment: {}, health: null },
    clickhouse: {
      image: 'clickhouse/clickhouse-server',
      version: '25.8',
      ports: [8123, 9000],
      environment: { CLICKHOUSE_SKIP_USER_SETUP: '1' },
      health: 'clickhouse-client --query "SELECT 1"',
    },
    localstack: {
      image: 'localstack/localstack',
      version: '4.14.0',
      ports: [4566],
      environment: {},
      health: 'curl --fail --silent http://localhost:4566/_localstack/health',
    },
    minio: {
      image: 'minio/minio',
      version: 'RELEASE.2025-09-07T16-13-09Z',
      ports: [9000],
      environment: {},
      health: 'mc ready local',
      command: 'server /data',
    },
    mailpit: {
      image: 'axllent/mailpit',
      version: 'v1.31.0',
      ports: [1025, 8025],
      environment: {},
      health: '/mailpit readyz',
    },
  }),
);
