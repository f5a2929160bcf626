import type { Command, Need } from '../../domain/profile.ts';

interface Database {
  /** The scheme of its addresses. */
  readonly scheme: RegExp;
  /** The variable by which its container makes a database, and what else gives that one its name. */
  readonly variable: string;
  readonly otherwise: readonly string[];
  /** The name where nothing gives one. */
  readonly usual: string | null;
}

/** Containers that make a database of a name that they are told. (hub.docker.com, "Environment Variables" of each image) */
export const DATABASES: Readonly<Record<string, Database>> = {
  postgres: {
    scheme: /^postgres(?:ql)?$/,
    variable: 'POSTGRES_DB',
    otherwise: ['POSTGRES_USER'],
    usual: 'postgres',
  },
  mysql: { scheme: /^mysql$/, variable: 'MYSQL_DATABASE', otherwise: [], usual: null },
  mariadb: { scheme: /^(?:mysql|mariadb)$/, variable: 'MARIADB_DATABASE', otherwise: ['MYSQL_DATABASE'], usual: null },
};

/**
 * The needs with the database that an address in front of the tests names, where its container would make none of that name: a pipeline
 * that gives the address has made it by hand.
 */
export function withDatabaseNames(needs: readonly Need[], test: readonly Command[]): readonly Need[] {
  if (test.some(({ run }) => MAKES.test(run))) return needs;
  return needs.map((need) => {
    const database = Object.hasOwn(DATABASES, need.service) ? DATABASES[need.service] : undefined;
    if (database === undefined || made(need, database) !== null) return need;
    for (const { run, because } of test) {
      const name = namedIn(run, database);
      if (name !== null && name !== database.usual)
        return {
          ...need,
          environment: { ...need.environment, [database.variable]: name },
          because: [...need.because, ...because.slice(-1)],
        };
    }
    return need;
  });
}

/** What makes it itself would find it there. */
const MAKES = /\bcreatedb\b|\bcreate database\b/i;

/** The database that a container makes as it is told; null where it is told nothing. */
function made({ environment }: Need, { variable, otherwise }: Database): string | null {
  const told = [variable, ...otherwise].find((name) => Object.hasOwn(environment, name));
  return told === undefined ? null : (environment[told] ?? null);
}

const ADDRESS =
  /(?:^|\s)(\w{1,60})=["']?(\w{1,20})(?:\+\w{1,20})?:\/\/(?:[^\s@/]{0,200}@)?(?:localhost|127\.0\.0\.1)(?::\d{1,5})?\/([a-z][\w-]{0,60})(?=[?"'\s])/gi;

/** Of several addresses the one that is for tests by its variable. */
function namedIn(run: string, { scheme }: Database): string | null {
  const found = [...run.matchAll(ADDRESS)].filter(([, , written = '']) => scheme.test(written));
  const chosen = found.find(([, variable = '']) => /test/i.test(variable)) ?? found[0];
  return chosen?.[3] ?? null;
}
