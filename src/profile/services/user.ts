import type { Sourced } from '../../domain/evidence.ts';
import { baseFacts } from '../docker/base-images.ts';
import type { ImageFacts } from '../docker/dockerfile.ts';
import type { Snapshot } from '../snapshot.ts';
import { firstFound, type Source } from '../source.ts';
import { cite, type Word } from '../word.ts';
import { groundOf } from './local-bases.ts';

interface UserQuery {
  readonly snapshot: Snapshot;
  readonly facts: ImageFacts;
}

/** What says the account, best first. */
export const USERS: readonly Source<UserQuery, Sourced<string>>[] = [
  { from: 'the last `USER` of the stage that runs, where no unknown variable stands in it', find: written },
  { from: '`USER $APP_UID`, which the images of .NET 8 and newer set: `app`', find: ofDotnet },
  {
    from: 'what the base image ends with, where there is no `USER`; one that the repository builds itself is looked into',
    find: inherited,
  },
];

/** The account that the container runs as; null where it is unknown. */
export function findUser(snapshot: Snapshot, facts: ImageFacts): Sourced<string> | null {
  return firstFound(USERS, { snapshot, facts });
}

function written({ snapshot, facts: { user } }: UserQuery): Sourced<string> | null {
  const name = nameOf(user);
  return user && name !== '' && !name.includes('$') ? { value: name, because: cite(snapshot, user) } : null;
}

function nameOf(user: Word | null): string {
  return user?.value.replace(/^["']|["']$/g, '') ?? '';
}

function ofDotnet({ snapshot, facts: { user } }: UserQuery): Sourced<string> | null {
  return user && /^\$\{?APP_UID\}?$/.test(nameOf(user)) ? { value: 'app', because: cite(snapshot, user) } : null;
}

function inherited({ snapshot, facts }: UserQuery): Sourced<string> | null {
  if (facts.user) return null;
  const ground = groundOf(snapshot, facts);
  if (ground !== facts && ground.user) return written({ snapshot, facts: ground });
  const account = baseFacts(ground.base.value).user;
  return account === null ? null : { value: account, because: cite(snapshot, ground.base) };
}
