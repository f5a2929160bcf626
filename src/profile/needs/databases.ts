interface Database {
  /** The variable by which its container makes a database. */
  readonly variable: string;
  /** What else gives that one its name, best first. */
  readonly otherwise: readonly string[];
  /** The name where nothing gives one. */
  readonly usual: string | null;
}

/** Servers whose containers make a database of a name that they are told. (hub.docker.com, "Environment Variables" of each image) */
export const DATABASES = {
  postgres: { variable: 'POSTGRES_DB', otherwise: ['POSTGRES_USER'], usual: 'postgres' },
  mysql: { variable: 'MYSQL_DATABASE', otherwise: [], usual: null },
  mariadb: { variable: 'MARIADB_DATABASE', otherwise: ['MYSQL_DATABASE'], usual: null },
} satisfies Record<string, Database>;

const BY_SERVICE: ReadonlyMap<string, Database> = new Map(Object.entries(DATABASES));

/** The database that the container of a server makes by itself; undefined for a server that is told none. */
export function databaseOf(service: string): Database | undefined {
  return BY_SERVICE.get(service);
}

/** The name that a container's variables give the database which it makes; null where they give none. */
export function toldDatabase(service: string, environment: Readonly<Record<string, string>>): string | null {
  const { variable = '', otherwise = [] } = databaseOf(service) ?? {};
  const told = [variable, ...otherwise].find((name) => Object.hasOwn(environment, name));
  return told === undefined ? null : (environment[told] ?? null);
}
