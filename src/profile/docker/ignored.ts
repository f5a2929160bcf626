import { baseName, directoryOf } from '../paths.ts';
import type { ImageFacts } from './dockerfile.ts';
import { imageName, shortName } from './image-name.ts';

/** Words in a Dockerfile's name that say what it is for, when that is not to run a service. (detection.md, "Dockerfile names") */
const NAME_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(dev|devel|development|debug|local|hot|watch)$/, 'an image for development'],
  [/^(tests?|testing|e2e|cypress|playwright|integration|bench)$/, 'an image for tests'],
  [/^(ci|base|builder|build|tools?|toolchain|lint|proto|gen|codegen|genproto)$/, 'an image for builds'],
  [/^(docs?|profile|profiling|run|devcontainer|gitpod)$/, 'an image for work on the project'],
  [/^(native|native-\S+|legacy-jar|multi-arch|cross)$/, 'another way to build the same service'],
  [/^bundle$/, 'a bundle for a catalogue of operators, which nothing runs'],
];

/** Folders that say the same. */
const FOLDER_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(dev|development|debug|local)$/, 'an image for development'],
  [
    /^(tests?|testing|e2e|cypress|playwright|(e2e|int|integration|acceptance|smoke|system|docker|functional)[-_]?tests?)$/,
    'an image for tests',
  ],
  [/^(\.?ci|\.circleci|\.github|\.gitlab|builder|toolchain|genproto)$/, 'an image for builds'],
  [/^(docs?|devcontainer|\.gitpod|hack)$/, 'an image for work on the project'],
];

/** Databases, brokers and collectors: a Dockerfile over one that holds nothing built only configures it. */
const STOCK =
  /^(postgres|postgis|pgvector|timescaledb(-ha)?|mysql|mariadb|percona|mongo|mongodb-\S+|redis|redis-stack|valkey|kafka|cp-\S+|zookeeper|rabbitmq|activemq-\S+|nats|memcached|minio|opensearch|opensearch-dashboards|elasticsearch|kibana|logstash|filebeat|prometheus|alertmanager|grafana|loki|tempo|jaeger|all-in-one|zipkin|opentelemetry-collector(-\S+)?|otel-collector|flagd|fluentd|fluent-bit|telegraf|vector|influxdb|clickhouse-server|cassandra|neo4j|couchdb|couchbase|localstack|mailhog|mailpit|adminer|pgadmin4|azure-sql-edge|mssql\/server)$/;

/** Why a Dockerfile makes no service; null where it may. */
export function whyIgnored(facts: ImageFacts): string | null {
  return purposeOf(facts.file) ?? stockImage(facts);
}

/** What its name or a folder of its path says that it is for; null where neither does. */
export function purposeOf(file: string): string | null {
  const suffix = suffixOf(baseName(file)).toLowerCase();
  const words = [suffix, ...suffix.split(/[.-]/)];
  const folders = directoryOf(file).toLowerCase().split('/');
  return firstPurpose(words, NAME_WORDS) ?? firstPurpose(folders, FOLDER_WORDS);
}

/** `web` of `Dockerfile.web`, `web.Dockerfile` and `Dockerfile-web`; empty for a plain name. */
export function suffixOf(name: string): string {
  return name.replace(/^(Dockerfile|Containerfile)[.-]?/i, '').replace(/\.Dockerfile$/i, '');
}

function firstPurpose(words: readonly string[], purposes: typeof NAME_WORDS): string | null {
  return purposes.find(([pattern]) => words.some((word) => pattern.test(word)))?.[1] ?? null;
}

function stockImage({ base, holdsBuilt }: ImageFacts): string | null {
  const { repository } = imageName(base.value);
  const isStock = STOCK.test(shortName(base.value)) || STOCK.test(repository.split('/').slice(-2).join('/'));
  return isStock && !holdsBuilt ? `configures ${repository}, which is no program of this repository` : null;
}
