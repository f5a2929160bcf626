import { serverName } from './server-image.ts';

/** What images listen on, by their names, as their documentation has it; those of KINDS have one port, and are not here. */
const LISTENS: Readonly<Record<string, readonly number[]>> = {
  arangodb: [8529],
  azurite: [10000, 10001, 10002],
  chroma: [8000],
  cockroach: [26257],
  consul: [8500],
  'dynamodb-local': [8000],
  elasticmq: [9324],
  'elasticmq-native': [9324],
  emqx: [1883],
  etcd: [2379],
  gotenberg: [3000],
  influxdb: [8086],
  jaeger: [4317, 4318, 16686],
  keycloak: [8080],
  maildev: [1025, 1080],
  mailhog: [1025, 8025],
  mailpit: [1025, 8025],
  meilisearch: [7700],
  mosquitto: [1883],
  neo4j: [7474, 7687],
  openbao: [8200],
  pulsar: [6650, 8080],
  qdrant: [6333, 6334],
  registry: [5000],
  rethinkdb: [28015],
  scylla: [9042],
  'schema-registry': [8081],
  solr: [8983],
  'standalone-chrome': [4444],
  'standalone-chromium': [4444],
  'standalone-firefox': [4444],
  surrealdb: [8000],
  temporal: [7233],
  'auto-setup': [7233],
  typesense: [8108],
  vault: [8200],
  weaviate: [8080, 50051],
  wiremock: [8080],
  zookeeper: [2181],
};

export interface Unpublished {
  readonly image: string;
  /** Names by which commands reach it. */
  readonly hosts: readonly string[];
  /** What those commands are told. */
  readonly told: Iterable<string>;
}

const ADDRESS = /([\w-][\w.-]{0,100}):(\d{2,5})(?!\d)/g;

/** The ports of a container that a pipeline need not publish: those of its addresses, else those that its image listens on. */
export function ownPorts({ image, hosts, told }: Unpublished): string[] {
  const named = [...told].flatMap((text) =>
    [...text.slice(0, 1_000).matchAll(ADDRESS)].flatMap(([, host = '', port = '']) =>
      hosts.includes(host) ? [port] : [],
    ),
  );
  const name = serverName(image);
  const listens = Object.hasOwn(LISTENS, name) ? LISTENS[name] : [];
  const ports = named.length > 0 ? named : (listens ?? []).map(String);
  return [...new Set(ports)].map((port) => `${port}:${port}`);
}
