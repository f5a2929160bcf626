import { baseName, directoryOf } from '../paths.ts';
import { baseImage, type ImageFacts } from './dockerfile.ts';

/** Words in a Dockerfile's name or path that say what it is for, when that is not to run a service. (detection.md, "Dockerfile names") */
const PURPOSES: readonly (readonly [RegExp, string])[] = [
  [/^(dev|development|debug|local|hot|watch)$/, 'development image'],
  [/^(tests?|e2e|cypress|playwright|integration)$/, 'test image'],
  [/^(ci|base|builder|build|tools?)$/, 'image for builds'],
  [/^(docs?|profile|devcontainer)$/, 'image for work on the project'],
  [/^(native\S*|legacy-jar|multi-arch)$/, 'another way to build the same service'],
];

/** Images that are run as they are: a Dockerfile over one that copies nothing of its own only configures it. */
const STOCK =
  /(^|\/)(postgres|postgis|mysql|mariadb|mongo|redis|valkey|kafka|zookeeper|rabbitmq|opensearch|elasticsearch|prometheus|grafana|jaeger|zipkin|opentelemetry-collector(-contrib)?|otel-collector|flagd|memcached|nats|minio)(:|@|$)/i;

/** Why a Dockerfile makes no service; null where it may. */
export function whyIgnored(facts: ImageFacts): string | null {
  const words = [purposeOfName(baseName(facts.file)), ...directoryOf(facts.file).split('/').slice(-1)];
  for (const word of words) {
    const purpose = PURPOSES.find(([pattern]) => pattern.test(word.toLowerCase()))?.[1];
    if (purpose) return purpose;
  }
  const base = baseImage(facts)?.value ?? '';
  return STOCK.test(base.replace(/@.*/, ''))
    ? `configures ${base.replace(/[:@].*/, '')}, which is no service of this repository`
    : null;
}

/** `dev` of `Dockerfile.dev`, `dev.Dockerfile` and `Dockerfile-dev`. */
function purposeOfName(name: string): string {
  return name.replace(/^(Dockerfile|Containerfile)[.-]?/i, '').replace(/\.Dockerfile$/i, '');
}
