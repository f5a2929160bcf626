import { firstOfEach } from '../../../domain/grouped.ts';
import type { Command } from '../../../domain/profile.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { shellWord } from '../../shell-word.ts';
import type { Snapshot } from '../../snapshot.ts';
import { type Address, readAddress } from '../address.ts';
import type { FoundNeed } from '../found-need.ts';
import { isAlike } from '../kinds.ts';
import type { ServerSettings } from './server-settings.ts';

export interface FurtherQuery {
  readonly snapshot: Snapshot;
  readonly draft: Pick<UnitDraft, 'directory' | 'commands'>;
  readonly needs: readonly FoundNeed[];
  readonly settings: readonly ServerSettings[];
}

/**
 * What makes the further databases that a file of variables names, before the tests: the container of PostgreSQL makes one by itself, and
 * its user may make others. None for another user or another port, which is another server.
 */
export function furtherDatabases({ snapshot, draft, needs, settings }: FurtherQuery): Command[] {
  if (draft.commands.test.length === 0) return [];
  const own = settings.find(({ service, further = [] }) => service === 'postgres' && further.length > 0);
  const found = own && needs.find(({ need, isProven }) => !isProven && isAlike(own.service, need.service));
  const first = own && found ? readAddress(own.url?.value ?? '') : null;
  if (!own || !first?.database) return [];
  const others = (own.further ?? []).flatMap(({ url, at }) => {
    const address = readAddress(url?.value ?? '');
    return address?.database && isSameServer(first, address) ? [{ name: address.database, at }] : [];
  });
  const wanted = firstOfEach(others, ({ name }) => name).filter(({ name }) => name !== first.database);
  const { user, password, port } = first;
  const login = user === null ? 'postgres:postgres' : `${user}${password === null ? '' : `:${password}`}`;
  const server = `postgres://${login}@localhost:${port ?? '5432'}/${first.database}`;
  return wanted.slice(0, MOST_DATABASES).map(({ name, at }) => ({
    run: `psql ${shellWord(server)} -c ${shellWord(`CREATE DATABASE "${name}"`)}`,
    directory: draft.directory,
    because: [snapshot.evidence(at.file, at.line)],
  }));
}

/** More is nobody's. */
const MOST_DATABASES = 5;

function isSameServer(one: Address, other: Address): boolean {
  return one.user === other.user && (one.port ?? '5432') === (other.port ?? '5432');
}
