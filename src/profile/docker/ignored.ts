import { baseName, directoryOf } from '../paths.ts';
import type { ImageFacts } from './dockerfile.ts';
import { imageName, shortName } from './image-name.ts';

const FOR_BUILDS = 'an image for builds';

/** Words in a Dockerfile's name that say what it is for, when that is not to run a service. (detection.md, "Dockerfile names") */
export const NAME_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(dev|devel|development|debug|local|hot|watch)$/, 'an image for development'],
  [/^(tests?|testing|e2e|cypress|playwright|integration|bench)$/, 'an image for tests'],
  [/^(ci|base|builder|build|tools?|toolchain|lint|proto|gen|codegen|genproto)$/, FOR_BUILDS],
  [/^(docs?|profile|profiling|run|devcontainer|gitpod)$/, 'an image for work on the project'],
  [/^(native|native-\S+|legacy-jar|multi-arch|cross)$/, 'another way to build the same service'],
  [/^bundle$/, 'a bundle for a catalogue of operators, which nothing runs'],
];

/** Folders that say the same. */
export const FOLDER_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(dev|development|debug|local)$/, 'an image for development'],
  [
    /^(tests?|testing|(\S+[-_])?(e2e|cypress|playwright)([-_]\S+)?|(e2e|int|integration|acceptance|smoke|system|docker|functional)[-_]?tests?)$/,
    'an image for tests',
  ],
  [/^(\.?ci|\.circleci|\.github|\.gitlab|builder|(\S+-)?build-image|toolchain|genproto)$/, FOR_BUILDS],
  [
    /^(docs?|documentation|\.?devcontainer|\.(gitpod|cursor|codex|claude|copilot|vscode|idea|zed|replit|coder|codesandbox)|hack|scripts)$/,
    'an image for work on the project',
  ],
];

/** Databases, brokers and collectors: a Dockerfile over one that holds nothing built only configures it. */
export const STOCK =
  /^(postgres|postgis|pgvector|timescaledb(-ha)?|mysql|mariadb|percona|mongo|mongodb-\S+|redis|redis-stack|valkey|kafka|cp-\S+|zookeeper|rabbitmq|activemq-\S+|nats|memcached|minio|opensearch|opensearch-dashboards|elasticsearch|kibana|logstash|filebeat|prometheus|alertmanager|grafana|loki|tempo|jaeger|all-in-one|zipkin|opentelemetry-collector(-\S+)?|otel-collector|flagd|fluentd|fluent-bit|telegraf|vector|influxdb|clickhouse-server|cassandra|neo4j|couchdb|couchbase|localstack|dynamodb-local|elasticmq(-native)?|mailhog|mkdocs-material|mailpit|adminer|pgadmin4|azure-sql-edge|mssql\/server)$/;

/** An image of somebody's that is such a database: `acme/orders-mysql8`. */
const NAMED_AFTER = /^\S+-(?:postgres(?:ql)?|mysql|mariadb|mongo(?:db)?)\d{0,2}$/;

/** What its name or a folder of its path says that it is for; null where neither does. */
export function purposeOf(file: string): string | null {
  const suffix = suffixOf(baseName(file)).toLowerCase();
  const words = [suffix, ...suffix.split(/[.-]/)];
  const folders = directoryOf(file).toLowerCase().split('/');
  const ofName = isBuildName(file) ? null : firstPurpose(words, NAME_WORDS);
  const ofPackages = PACKAGES.test(directoryOf(file)) ? 'an image that makes packages of a system' : null;
  return ofName ?? firstPurpose(folders, FOLDER_WORDS) ?? ofPackages;
}

/** Folders for what packages of a system are made with: `packaging/rpm`. Elsewhere such a word names the system that an image stands on. */
const PACKAGES = /(?:^|\/)packag(?:es?|ing)\/(?:deb|debian|rpm|apk|arch|snap|flatpak|appimage)(?:\/|$)/i;

/** Folders for what has no better place: what lies there may be shipped all the same. */
const ANYTHING = /^(?:hack|scripts)$/i;

/** Whether nothing but such a folder says that a Dockerfile makes no service. */
export function isOnlyMisplaced(file: string): boolean {
  const steps = file.split('/');
  const told = steps.filter((step, index) => index === steps.length - 1 || !ANYTHING.test(step));
  return told.length < steps.length && purposeOf(told.join('/')) === null;
}

/** `build.Dockerfile` may make what others are built with, or be the one that builds: what it holds tells. */
function isBuildName(file: string): boolean {
  return suffixOf(baseName(file)).toLowerCase() === 'build';
}

/** `web` of `Dockerfile.web`, `web.Dockerfile` and `Dockerfile-web`; empty for a plain name, and for one that only says who builds it. */
export function suffixOf(name: string): string {
  const suffix = name.replace(/^(Dockerfile|Containerfile)[.-]?/i, '').replace(/\.Dockerfile$/i, '');
  return /^goreleaser$/i.test(suffix) ? '' : suffix;
}

function firstPurpose(words: readonly string[], purposes: typeof NAME_WORDS): string | null {
  return purposes.find(([pattern]) => words.some((word) => pattern.test(word)))?.[1] ?? null;
}

/** Why an image makes no service by what it is made of; null where it may. */
export function runsNothing({ file, base, holdsBuilt, onlyInstalls, commands, exposed }: ImageFacts): string | null {
  const { repository } = imageName(base.value);
  if (isBuildName(file) && !(holdsBuilt && commands.length > 0)) return FOR_BUILDS;
  if (onlyInstalls) return 'an environment: it takes nothing from the repository, and has no command to run';
  if (repository === 'scratch' && commands.length + exposed.length === 0)
    return 'holds files alone, and no command to run';
  const names = [shortName(base.value), repository.split('/').slice(-2).join('/')];
  const isStock = names.some((name) => STOCK.test(name)) || NAMED_AFTER.test(shortName(base.value));
  return isStock && !holdsBuilt ? `configures ${repository}, which is no program of this repository` : null;
}
