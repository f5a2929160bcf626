/** A database or broker that tests may need beside them. (detection.md, "CI services") */
export interface Kind {
  readonly service: string;
  /** The name of an image's server: the last step of its name, if that tells. */
  readonly image: RegExp;
  /** Names of packages that speak to it. */
  readonly drivers: RegExp;
  /** Variables that configure its container, and that tests therefore rely on. */
  readonly settings: RegExp;
  /** The scheme of its addresses. */
  readonly scheme: RegExp;
  /** Packages that stand in for it in tests. */
  readonly substitutes: RegExp;
  /** The variable by which its maker's own packages find an emulator. (cloud.google.com, "Running the emulator" of each product) */
  readonly emulator?: string;
  /** The server whose place it takes, with its protocol and at its port: no job has both beside it. */
  readonly insteadOf?: string;
}

const SQL_SUBSTITUTES =
  /(^|[:/])(h2|hsqldb|derby|sqlite3?|better-sqlite3|aiosqlite|sqlite-jdbc|go-sqlite3|modernc\.org\/sqlite|fluent-sqlite-driver|gorm\.io\/driver\/sqlite|pg-mem|pglite|@electric-sql\/pglite|sqlmock|go-sqlmock|embedded-postgres\S*|otj-pg-embedded|zonky\S*|sqlx\/sqlite|rusqlite|microsoft\.entityframeworkcore\.(sqlite|inmemory)|microsoft\.data\.sqlite|ecto_sqlite3|ext-pdo_sqlite|ext-sqlite3)$/;
const NOTHING = /$^/;

/** What the images of MySQL and MariaDB read; other variables of those names are for who asks them. (docker-library/docs, "mysql", "mariadb") */
const SQL_SETTINGS =
  /^(MYSQL|MARIADB)_(ROOT_(PASSWORD|HOST)|DATABASE|USER|PASSWORD|ALLOW_EMPTY_(ROOT_)?PASSWORD|RANDOM_ROOT_PASSWORD|INITDB_SKIP_TZINFO)$/;

const REDIS_DRIVERS =
  /(^|[:/])(redis|ioredis|jedis|lettuce-core|aioredis|redis-om|spring-boot-starter-data-redis(-reactive)?|quarkus-redis-client|redis\/go-redis(\/v\d+)?|go-redis\/redis(\/v\d+)?|gomodule\/redigo|deadpool-redis|fred|actix-session\/redis\S{0,40}|stackexchange\.redis|microsoft\.extensions\.caching\.stackexchangeredis|aspire\.stackexchange\.redis\S{0,40}|redix|redis-client|redistack|hiredis|redis-plus-plus|redis4cats-effects|ext-redis|predis)$/;

export const KINDS: readonly Kind[] = [
  {
    service: 'postgres',
    image: /^(postgres|postgis|postgresql|pgvector|pgautoupgrade|timescaledb|timescaledb-ha)$/,
    drivers:
      /(^|[:/])(pg|postgres|postgres-js|pg-promise|psycopg|psycopg2|psycopg2-binary|psycopg-binary|asyncpg|pg8000|postgresql|r2dbc-postgresql|lib\/pq|jackc\/pgx(\/v\d+)?|driver\/postgres|sqlx\/postgres|sqlx\/runtime-\S{1,40}-postgres|tokio-postgres|diesel\/postgres(_backend)?|diesel-async\/postgres|deadpool-postgres|bb8-postgres|sea-orm\/sqlx-postgres|quarkus-jdbc-postgresql|quarkus-reactive-pg-client|npgsql|npgsql\.entityframeworkcore\.postgresql|aspire\.npgsql\S{0,40}|postgrex|fluent-postgres-driver|postgres-nio|postgres-kit|libpq|libpqxx|doobie-postgres\S{0,10}|skunk-core|ext-pdo_pgsql|ext-pgsql)$/,
    settings: /^(POSTGRES_(USER|PASSWORD|DB|INITDB_ARGS|INITDB_WALDIR|HOST_AUTH_METHOD)|PGDATA)$/,
    scheme: /^postgres(ql)?$/,
    substitutes: SQL_SUBSTITUTES,
  },
  {
    service: 'mysql',
    image: /^mysql(-server)?$/,
    drivers:
      /(^|[:/])(mysql|mysql2|pymysql|mysqlclient|aiomysql|mysql-connector-java|mysql-connector-j|mysql-connector-python|go-sql-driver\/mysql|driver\/mysql|sqlx\/mysql|diesel\/mysql|quarkus-jdbc-mysql|mysqlconnector|mysql\.data|pomelo\.entityframeworkcore\.mysql|myxql|trilogy|fluent-mysql-driver|mysql-nio|ext-pdo_mysql|ext-mysqli)$/,
    settings: SQL_SETTINGS,
    scheme: /^mysql$/,
    substitutes: SQL_SUBSTITUTES,
  },
  {
    service: 'mariadb',
    insteadOf: 'mysql',
    image: /^mariadb$/,
    // It speaks MySQL's protocol, and most programs reach it through MySQL's drivers.
    drivers:
      /(^|[:/])(mariadb|mariadb-java-client|quarkus-jdbc-mariadb|mysql|mysql2|pymysql|mysqlclient|aiomysql|go-sql-driver\/mysql|driver\/mysql|sqlx\/mysql|mysql-connector-j|mysqlconnector|mysql\.data|pomelo\.entityframeworkcore\.mysql|myxql|trilogy|ext-pdo_mysql|ext-mysqli)$/,
    settings: SQL_SETTINGS,
    scheme: /^mariadb$/,
    substitutes: SQL_SUBSTITUTES,
  },
  {
    service: 'mssql',
    image: /^(mssql|mssql-server|azure-sql-edge)$/,
    drivers:
      /(^|[:/])(mssql|tedious|pyodbc|pymssql|aioodbc|mssql-jdbc|r2dbc-mssql|quarkus-jdbc-mssql|(?:microsoft|denisenkom)\/go-mssqldb|tiberius|tds|tiny_tds|activerecord-sqlserver-adapter|microsoft\.data\.sqlclient|system\.data\.sqlclient|microsoft\.entityframeworkcore\.sqlserver|aspire\.microsoft\.\S{0,30}sqlclient|ext-pdo_sqlsrv|ext-sqlsrv)$/,
    settings: /^(ACCEPT_EULA|MSSQL_SA_PASSWORD|SA_PASSWORD|MSSQL_(PID|COLLATION|AGENT_ENABLED))$/,
    scheme: /^(mssql|sqlserver)$/,
    substitutes: SQL_SUBSTITUTES,
  },
  {
    service: 'redis',
    image: /^redis(-stack|-stack-server)?$/,
    drivers: REDIS_DRIVERS,
    settings: /^REDIS_/,
    scheme: /^rediss?$/,
    substitutes: /(^|[:/])(ioredis-mock|redis-mock|fakeredis|embedded-redis|alicebob\/miniredis(\/v\d+)?)$/,
  },
  {
    service: 'valkey',
    insteadOf: 'redis',
    image: /^valkey$/,
    // It speaks Redis’ protocol, and most programs reach it through Redis’ drivers.
    drivers: new RegExp(`${REDIS_DRIVERS.source}|(^|[:/])(valkey|iovalkey|valkey-glide|valkey-io\\/valkey-go)$`),
    settings: /^VALKEY_/,
    scheme: /^valkey$/,
    substitutes: NOTHING,
  },
  {
    service: 'mongo',
    image: /^(mongo|mongodb|mongodb-community-server)$/,
    drivers:
      /(^|[:/])(mongodb|mongoose|pymongo|motor|beanie|mongoengine|mongodb-driver-\w{1,20}|spring-boot-starter-data-mongodb(-reactive)?|go\.mongodb\.org\/mongo-driver(\/v\d+)?|mongo-driver(\/v\d+)?|quarkus-mongodb-\w{1,20}|mongodb\.driver|mongodb\.entityframeworkcore|mongodb_driver|fluent-mongo-driver|mongo-cxx-driver|mongo4cats-core|mongo|mongoid|ext-mongodb)$/,
    settings: /^MONGO_INITDB_/,
    scheme: /^mongodb$/,
    substitutes: /(^|[:/])(mongodb-memory-server(-core)?|mongomock|de\.flapdoodle\S{0,60}|memongo)$/,
  },
  {
    service: 'rabbitmq',
    image: /^rabbitmq$/,
    drivers:
      /(^|[:/])(amqplib|amqp-connection-manager|pika|aio-pika|kombu|spring-boot-starter-amqp|rabbitmq\/amqp091-go|streadway\/amqp|lapin|amqp-client|rabbitmq\.client|masstransit\.rabbitmq|amqp|broadway_rabbitmq|bunny|php-amqplib|ext-amqp)$/,
    settings: /^RABBITMQ_DEFAULT_/,
    scheme: /^amqps?$/,
    substitutes: /(^|[:/])(spring-rabbit-test-broker|qpid-broker\S{0,20})$/,
  },
  {
    service: 'kafka',
    image: /^(kafka|cp-kafka|kafka-native)$/,
    drivers:
      /(^|[:/])(kafkajs|kafka-python|aiokafka|confluent-kafka|spring-kafka|segmentio\/kafka-go|ibm\/sarama|shopify\/sarama|twmb\/franz-go|rdkafka|kafka-clients|confluent\.kafka|brod|kafka_ex|broadway_kafka|ruby-kafka|karafka|fs2-kafka|(?:akka-stream|pekko-connectors)-kafka|librdkafka|cppkafka|ext-rdkafka)$/,
    settings: /^(KAFKA|CLUSTER)_/,
    scheme: /^kafka$/,
    substitutes: /(^|[:/])spring-kafka-test$/,
  },
  {
    service: 'elasticsearch',
    image: /^elasticsearch$/,
    drivers:
      /(^|[:/])(@elastic\/elasticsearch|@nestjs\/elasticsearch|elasticsearch|elasticsearch-(?:java|dsl|py|model|rails|rest-client|rest-high-level-client)|django-elasticsearch-dsl|elastic\/go-elasticsearch(\/v\d+)?|olivere\/elastic(\/v\d+)?|spring-boot-starter-data-elasticsearch|elastic4s-[\w-]{1,40}|elastic\.clients\.elasticsearch|nest|searchkick|chewy)$/,
    settings: /^(discovery\.type|xpack\.|ES_JAVA_OPTS$)/,
    scheme: NOTHING,
    substitutes: /(^|[:/])embedded-elasticsearch$/,
  },
  {
    service: 'opensearch',
    insteadOf: 'elasticsearch',
    image: /^opensearch$/,
    drivers:
      /(^|[:/])(@opensearch-project\/opensearch|opensearch-(?:py|ruby|java|dsl|rest-client|rest-high-level-client|php)|django-opensearch-dsl|opensearch-go(\/v\d+)?|opensearch\.client|searchkick)$/,
    settings: /^(discovery\.type|DISABLE_SECURITY_PLUGIN|OPENSEARCH_(?:JAVA_OPTS|INITIAL_ADMIN_PASSWORD))$/,
    scheme: NOTHING,
    substitutes: NOTHING,
  },
  {
    service: 'localstack',
    image: /^localstack(-pro)?$/,
    // Packages of the cloud itself are in many programs whose tests never speak to it.
    drivers: /(^|[:/])@?localstack([/-][\w-]{1,40})?$/,
    settings: /^(SERVICES|DEFAULT_REGION|KINESIS_ERROR_PROBABILITY)$/,
    scheme: NOTHING,
    substitutes: NOTHING,
  },
  {
    service: 'memcached',
    image: /^memcached$/,
    drivers: /(^|[:/])(memcached|memjs|pymemcache|bradfitz\/gomemcache|spymemcached|dalli|ext-memcached)$/,
    settings: NOTHING,
    scheme: NOTHING,
    substitutes: NOTHING,
  },
  {
    service: 'couchdb',
    image: /^couchdb$/,
    drivers: /(^|[:/])(nano|couchdb|kivik(\/v\d+)?|couchrest|couchdb_connector)$/,
    settings: /^COUCHDB_(USER|PASSWORD)$/,
    scheme: NOTHING,
    substitutes: /(^|[:/])(express-pouchdb|pouchdb-server|kivikmock\S{0,10})$/,
  },
  {
    service: 'cassandra',
    image: /^cassandra$/,
    drivers:
      /(^|[:/])(cassandra-driver|cassandra-driver-core|java-driver-core|spring-boot-starter-data-cassandra(-reactive)?|gocql|xandra|cassandracsharpdriver|phpcassa|ext-cassandra)$/,
    settings: NOTHING,
    scheme: NOTHING,
    substitutes: /(^|[:/])(cassandra-unit|embedded-cassandra)\S{0,30}$/,
  },
  {
    service: 'clickhouse',
    image: /^clickhouse(-server)?$/,
    drivers:
      /(^|[:/])(@clickhouse\/client|clickhouse|clickhouse-(?:driver|connect|jdbc|client|sqlalchemy|activerecord)|clickhouse-go(\/v\d+)?|ch-go|clickhouse\.(?:client|driver|ado)|smi2\/phpclickhouse|ecto_ch)$/,
    settings: /^CLICKHOUSE_(DB|USER|PASSWORD|DEFAULT_ACCESS_MANAGEMENT|SKIP_USER_SETUP)$/,
    scheme: /^clickhouse$/,
    substitutes: NOTHING,
  },
  {
    service: 'minio',
    image: /^minio$/,
    drivers: /(^|[:/])(minio|minio-(?:go|java)(\/v\d+)?|minio\.aspnetcore)$/,
    settings: /^MINIO_(ROOT_(USER|PASSWORD)|ACCESS_KEY|SECRET_KEY|REGION)$/,
    scheme: NOTHING,
    substitutes: NOTHING,
  },
  {
    service: 'nats',
    image: /^nats$/,
    drivers: /(^|[:/])(nats|nats-py|nats-io\/nats\.go|async-nats|jnats)$/,
    settings: NOTHING,
    scheme: /^nats$/,
    substitutes: /(^|[:/])nats-io\/nats-server(\/v\d+)?$/,
  },
  emulated(
    'firestore',
    'FIRESTORE_EMULATOR_HOST',
    /(^|[:/])(go\/firestore|google-cloud-firestore|firebase-admin|google\.cloud\.firestore|@google-cloud\/firestore)$/,
  ),
  emulated(
    'pubsub',
    'PUBSUB_EMULATOR_HOST',
    /(^|[:/])(go\/pubsub(\/v\d+)?|google-cloud-pubsub|google\.cloud\.pubsub\.v1|@google-cloud\/pubsub)$/,
  ),
  emulated(
    'spanner',
    'SPANNER_EMULATOR_HOST',
    /(^|[:/])(go\/spanner|google-cloud-spanner|google\.cloud\.spanner\.data|@google-cloud\/spanner)$/,
  ),
  emulated(
    'bigtable',
    'BIGTABLE_EMULATOR_HOST',
    /(^|[:/])(go\/bigtable|google-cloud-bigtable|google\.cloud\.bigtable\.v2|@google-cloud\/bigtable)$/,
  ),
];

/** A service of a cloud that has no image of its own: its emulator is a part of the maker's tools. */
function emulated(service: string, emulator: string, drivers: RegExp): Kind {
  return { service, image: NOTHING, drivers, settings: NOTHING, scheme: NOTHING, substitutes: NOTHING, emulator };
}

/** Tests with these bring their own containers. */
export const OWN_CONTAINERS =
  /testcontainers|^aspire\.hosting(\.|$)|(^|[:/])(dockertest(\/v\d+)?|spring-boot-docker-compose)$/;

/** The server whose place this one takes; null for one that takes no other's. */
export function replacedBy(service: string): string | null {
  return KINDS.find((kind) => kind.service === service)?.insteadOf ?? null;
}

/** Whether what speaks to the one server speaks to the other: they are one, or take one's place. */
export function isAlike(one: string, other: string): boolean {
  return (replacedBy(one) ?? one) === (replacedBy(other) ?? other);
}
