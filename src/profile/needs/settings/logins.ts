import { hostPortOf } from '../../../domain/container.ts';
import type { Need } from '../../../domain/profile.ts';
import { DATABASES, toldDatabase } from '../databases.ts';
import type { Part } from './server-settings.ts';

/** How a container is told its login. */
export interface LoginNames {
  /** The port that it listens on inside of its container. */
  readonly listens: string;
  /** What stands for what nobody says; for redis, no login at all. */
  readonly usual: Readonly<Record<Part, string>>;
  /** What the container is told already. */
  readonly given: Readonly<Partial<Record<Part, string>>>;
  /** The variables of the container by which it has that login. */
  environment(values: Readonly<Record<Part, string>>): Readonly<Record<string, string>>;
}

type Variables = Readonly<Record<string, string>>;

/** What of a need tells how its server is reached. */
export type ReachedNeed = Pick<Need, 'service' | 'environment' | 'container'>;

/** The names of that server's image; `environment` is what it is told already. Null for a server that is not known. */
export function loginNames({ service, environment, container }: ReachedNeed): LoginNames | null {
  const names = LOGINS.get(service)?.(environment);
  if (!names) return null;
  const listens = names.usual.port;
  const port = hostPortOf(container?.ports ?? [], listens) ?? listens;
  return { ...names, listens, usual: { ...names.usual, port } };
}

type OwnNames = Omit<LoginNames, 'listens'>;

const LOGINS: ReadonlyMap<string, (environment: Variables) => OwnNames> = new Map(
  Object.entries({
    postgres,
    mysql: (environment) => mysql('mysql', environment),
    mariadb: (environment) => mysql('mariadb', environment),
    mongo,
    rabbitmq,
    kafka: () => withoutLogin('9092'),
    nats: () => withoutLogin('4222'),
    redis: () => withoutLogin('6379'),
    valkey: () => withoutLogin('6379'),
  }),
);

function withoutLogin(port: string): OwnNames {
  return {
    usual: { host: 'localhost', port, user: '', password: '', database: '' },
    given: {},
    environment: () => ({}),
  };
}

/** (hub.docker.com/_/mongo, "Environment Variables") */
function mongo({ MONGO_INITDB_ROOT_USERNAME: user, MONGO_INITDB_ROOT_PASSWORD: password }: Variables): OwnNames {
  return {
    usual: { host: 'localhost', port: '27017', user: '', password: '', database: '' },
    given: kept({ user, password }),
    environment: (values): Variables =>
      values.user === ''
        ? {}
        : { MONGO_INITDB_ROOT_USERNAME: values.user, MONGO_INITDB_ROOT_PASSWORD: values.password },
  };
}

/** (hub.docker.com/_/rabbitmq, "Setting default user and password") */
function rabbitmq({ RABBITMQ_DEFAULT_USER: user, RABBITMQ_DEFAULT_PASS: password }: Variables): OwnNames {
  return {
    usual: { host: 'localhost', port: '5672', user: 'guest', password: 'guest', database: '' },
    given: kept({ user, password }),
    environment: (values): Variables =>
      values.user === 'guest' || values.user === ''
        ? {}
        : { RABBITMQ_DEFAULT_USER: values.user, RABBITMQ_DEFAULT_PASS: values.password },
  };
}

/** Without a database it makes one of the user's name. (hub.docker.com/_/postgres, "Environment Variables") */
function postgres(container: Variables): OwnNames {
  const { POSTGRES_USER: user, POSTGRES_PASSWORD: password } = container;
  return {
    usual: { host: 'localhost', port: '5432', user: 'postgres', password: 'postgres', database: 'test' },
    given: kept({ user, password, database: toldDatabase('postgres', container) }),
    environment: (values) => ({
      ...(values.user === 'postgres' && user === undefined ? {} : { POSTGRES_USER: values.user }),
      ...(values.password === '' ? { POSTGRES_HOST_AUTH_METHOD: 'trust' } : { POSTGRES_PASSWORD: values.password }),
      [DATABASES.postgres.variable]: values.database,
    }),
  };
}

/** MariaDB reads the names of both, its own first. (hub.docker.com/_/mysql and /_/mariadb, "Environment Variables") */
function mysql(service: 'mysql' | 'mariadb', container: Variables): OwnNames {
  const prefix = service.toUpperCase();
  const at = (name: string) => container[`${prefix}_${name}`] ?? container[`MYSQL_${name}`];
  const user = at('USER');
  return {
    usual: { host: '127.0.0.1', port: '3306', user: 'root', password: 'mysql', database: 'test' },
    given: kept({
      user,
      password: user === undefined ? (at('ROOT_PASSWORD') ?? emptyOf(at)) : at('PASSWORD'),
      database: toldDatabase(service, container),
    }),
    environment: ({ user: name, password, database }) => ({
      ...(name === 'root' ? rootOf(prefix, password) : { [`${prefix}_USER`]: name, [`${prefix}_PASSWORD`]: password }),
      [DATABASES[service].variable]: database,
    }),
  };
}

/** A root without a password, where the container is told to have one. */
function emptyOf(at: (name: string) => string | undefined): '' | undefined {
  return (at('ALLOW_EMPTY_PASSWORD') ?? at('ALLOW_EMPTY_ROOT_PASSWORD')) === undefined ? undefined : '';
}

/** An image without a password of root wants to be told so, in place of the one that it would have. */
function rootOf(prefix: string, password: string): Variables {
  const empty = password === '' ? { [`${prefix}_ALLOW_EMPTY_PASSWORD`]: 'yes' } : {};
  return { ...empty, [`${prefix}_ROOT_PASSWORD`]: password };
}

function kept(values: Readonly<Partial<Record<Part, string | null | undefined>>>): OwnNames['given'] {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value != null));
}
