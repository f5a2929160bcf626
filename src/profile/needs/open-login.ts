import type { Command, Need } from '../../domain/profile.ts';
import { type AddressedServer, addressedServer, isLocal } from './address.ts';
import { databaseOf } from './databases.ts';
import { isAlike } from './kinds.ts';
import { loginNames } from './settings/logins.ts';

/**
 * The needs that let in without a password whom an address in front of the tests names without one, where nothing says that the container
 * has another login: a pipeline that gives the address has a server which does that.
 */
export function withOpenLogins(needs: readonly Need[], test: readonly Command[]): readonly Need[] {
  if (test.some(({ run }) => OTHERWISE.test(run))) return needs;
  return needs.map((need) => {
    const names = loginNames(need);
    const isOpen = databaseOf(need.service) !== undefined && names?.given.password === undefined;
    const found = isOpen ? addressOf(need, test) : undefined;
    if (!names || !found || found.user === null || isOther(found.user, names.given.user)) return need;
    const { [databaseOf(need.service)?.variable ?? '']: _, ...login } = names.environment({
      ...names.usual,
      user: found.user,
      password: '',
    });
    return { ...need, environment: { ...need.environment, ...login } };
  });
}

/** What gives a password beside the address, or makes a user of its own. */
const OTHERWISE = /\b(?:PGPASSWORD|PGPASSFILE|MYSQL_PWD)=|\bcreateuser\b|\bcreate (?:user|role)\b/i;

/** The first address of the server, where it names a user and no password. */
function addressOf({ service }: Need, test: readonly Command[]): AddressedServer | undefined {
  const addresses = test
    .flatMap(({ run }) => run.split(/\s/))
    .flatMap((word) => {
      const [, value = ''] = /^\w{1,60}=["']?([^"']{1,400})["']?$/.exec(word) ?? [];
      const server = isLocal(value) ? addressedServer(value) : null;
      return server && isAlike(server.service, service) ? [server] : [];
    });
  return addresses.every(({ password }) => password === null) ? addresses[0] : undefined;
}

function isOther(user: string, given: string | undefined): boolean {
  return given !== undefined && given !== user;
}
