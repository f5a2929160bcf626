import type { Sourced } from '../../domain/evidence.ts';
import { baseFacts } from '../docker/base-images.ts';
import type { ImageFacts } from '../docker/dockerfile.ts';
import type { Snapshot } from '../snapshot.ts';
import { cite } from '../word.ts';

/** The account that the container runs as: as written, else what its base image ends with, else unknown. */
export function findUser(snapshot: Snapshot, { user, base }: ImageFacts): Sourced<string> | null {
  const written = user?.value.replace(/^["']|["']$/g, '') ?? '';
  if (user && written !== '' && !written.includes('$')) return { value: written, because: cite(snapshot, user) };
  // The images of .NET 8 and newer set APP_UID for exactly this.
  if (user && /^\$\{?APP_UID\}?$/.test(written)) return { value: 'app', because: cite(snapshot, user) };
  const inherited = user ? null : baseFacts(base.value).user;
  return inherited === null ? null : { value: inherited, because: cite(snapshot, base) };
}
