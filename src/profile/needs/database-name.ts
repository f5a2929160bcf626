import type { Command, Need } from '../../domain/profile.ts';
import { addressedServer, isLocal } from './address.ts';
import { databaseOf, toldDatabase } from './databases.ts';
import { isAlike } from './kinds.ts';

/**
 * The needs with the database that an address in front of the tests names, where its container would make none of that name: a pipeline
 * that gives the address has made it by hand.
 */
export function withDatabaseNames(needs: readonly Need[], test: readonly Command[]): readonly Need[] {
  if (test.some(({ run }) => MAKES.test(run))) return needs;
  return needs.map((need) => {
    const database = databaseOf(need.service);
    if (database === undefined || toldDatabase(need.service, need.environment) !== null) return need;
    for (const { run, because } of test) {
      const name = namedIn(run, need.service);
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

/** A variable in a command, with what it is told. */
const VARIABLE = /^(\w{1,60})=["']?([^"']{1,400})["']?$/;

/** Of several addresses the one that is for tests by its variable. */
function namedIn(run: string, service: string): string | null {
  const found = run.split(/\s/).flatMap((word) => {
    const [, variable = '', value = ''] = VARIABLE.exec(word) ?? [];
    const server = isLocal(value) ? addressedServer(value) : null;
    const database = server && isAlike(server.service, service) ? server.database : null;
    return database !== null && /^[a-z][\w-]{0,60}$/i.test(database) ? [{ variable, database }] : [];
  });
  return (found.find(({ variable }) => /test/i.test(variable)) ?? found[0])?.database ?? null;
}
