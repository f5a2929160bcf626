import type { ImageCatalogue } from '../../domain/catalogue.ts';
import type { ServiceContainer } from '../../domain/pipeline.ts';
import type { Service, Unit } from '../../domain/profile.ts';
import type { Intent } from '../../domain/request.ts';
import { covering, selectsUnit } from '../select.ts';

interface Kind {
  readonly image: string;
  readonly version: string;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly health: string | null;
}

/** Databases and brokers that can stand beside a job: image, port, the least environment, and a command that tells when they are ready. */
const KINDS: Readonly<Record<string, Kind>> = {
  postgres: {
    image: 'postgres',
    version: '17',
    port: 5432,
    environment: { POSTGRES_PASSWORD: 'postgres' },
    health: 'pg_isready',
  },
  mysql: {
    image: 'mysql',
    version: '8.4',
    port: 3306,
    environment: { MYSQL_ROOT_PASSWORD: 'mysql' },
    health: 'mysqladmin ping --silent',
  },
  mariadb: {
    image: 'mariadb',
    version: '11',
    port: 3306,
    environment: { MARIADB_ROOT_PASSWORD: 'mariadb' },
    health: 'healthcheck.sh --connect',
  },
  redis: { image: 'redis', version: '8', port: 6379, environment: {}, health: 'redis-cli ping' },
  valkey: { image: 'valkey/valkey', version: '9', port: 6379, environment: {}, health: 'valkey-cli ping' },
  mongo: {
    image: 'mongo',
    version: '8',
    port: 27017,
    environment: {},
    health: 'mongosh --quiet --eval "db.adminCommand(1)"',
  },
  rabbitmq: {
    image: 'rabbitmq',
    version: '4',
    port: 5672,
    environment: {},
    health: 'rabbitmq-diagnostics --quiet ping',
  },
};

export interface ContainerInput {
  readonly unit: Unit;
  readonly intents: readonly Intent[];
  readonly services: readonly Service[];
  readonly images: ImageCatalogue;
}

/** Whether a container of that name can be printed. */
export function isKnownContainer(service: string): boolean {
  return Object.hasOwn(KINDS, service);
}

/** The containers that a unit's tests need, narrow wishes over wide ones. */
export function containersFor({ unit, intents, services, images }: ContainerInput): ServiceContainer[] {
  const wanted = covering(intents, 'service', (selector) => selectsUnit(selector, unit, services));
  const names = [...new Set(wanted.map(({ service }) => service))].filter(isKnownContainer);
  return names.map((name) => {
    const version = wanted.filter(({ service }) => service === name).at(-1)?.version;
    const need = unit.needs.find(({ service }) => service === name);
    const kind = KINDS[name] as Kind;
    const tag = `${kind.image}:${version ?? need?.version ?? kind.version}`;
    const digest = images.get(tag);
    return {
      name,
      image: digest === undefined ? tag : `${tag}@${digest}`,
      port: kind.port,
      environment: { ...kind.environment, ...need?.environment },
      health: kind.health,
      because: need?.because ?? [],
    };
  });
}
