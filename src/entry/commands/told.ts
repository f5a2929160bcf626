import { openCheckout } from '../../clients/checkout.ts';
import { deadlineAfterStart } from '../../clients/deadline.ts';
import { contextHere } from '../../context/here.ts';
import { filesOf } from '../../context/place.ts';
import type { ProjectProfile } from '../../domain/profile.ts';
import type { RepositoryContext } from '../../domain/repository.ts';
import type { Tree } from '../../domain/tree.ts';
import { type Wish, wishesOf } from '../../domain/wish.ts';
import type { CommandLine } from '../../inputs/command-line.ts';
import type { Environment } from '../../inputs/environment.ts';
import { profileRepository } from '../../profile/profile.ts';
import { profileInForce } from '../../profile-in-force.ts';
import { stillAsked } from '../../prompt/reader-layers.ts';
import { resolveWishes } from '../../prompt/resolve-wishes.ts';

/** What words come from. */
export type Line = Extract<CommandLine, { command: 'generate' | 'request' }>;

export interface Told {
  readonly context: RepositoryContext;
  readonly profile: ProjectProfile;
  readonly wishes: readonly Wish[];
  /** Then the wishes are shown as they would be asked if they were not. */
  readonly isAccepted: boolean;
}

/** What `generate` or `request` would tell: the first leaves out what is accepted, and what workflows do that does not count. */
export async function toldOf(line: Line, variables: Environment['variables']): Promise<Told> {
  const { context, files } = await contextOf(line, variables);
  if (line.command === 'request') {
    const profile = await profileRepository(files);
    return { context, profile, wishes: wishesOf('command-line', line.text), isAccepted: false };
  }
  const { profile } = await profileInForce(context, line.existing);
  const wishes = wishesOf('command-line', line.request);
  const asked = stillAsked(await resolveWishes({ wishes, profile, asked: context.configuration?.asked ?? [] }));
  return { context, profile, wishes: asked.length > 0 ? asked : wishes, isAccepted: asked.length === 0 };
}

interface Place {
  readonly context: RepositoryContext;
  /** As they lie there. */
  readonly files: Tree;
}

async function contextOf(line: Line, environment: Environment['variables']): Promise<Place> {
  const deadline = deadlineAfterStart(line.timeoutSeconds * 1000);
  const { git, trees } = openCheckout({ directory: line.repository, environment, deadline });
  const files = await filesOf(git, trees);
  const { base, head } = line.command === 'generate' ? line : { base: null, head: null };
  return { context: await contextHere({ git, trees, base, head }), files };
}
