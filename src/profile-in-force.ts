import type { Coverage, CoveredRun, Existing } from './domain/coverage.ts';
import type { ProjectProfile } from './domain/profile.ts';
import type { RepositoryContext } from './domain/repository.ts';
import { type CoverageInForce, coverageInForce } from './profile/covered/in-force.ts';
import { profileRepository } from './profile/profile.ts';

export interface ProfileInForce {
  /** With what workflows do only as far as it counts. */
  readonly profile: ProjectProfile;
  /** What counts once the change is merged. */
  readonly pending: readonly CoveredRun[];
  /** Paths of workflows that do nothing else than what is generated, where it is to replace them. */
  readonly replaceable: readonly string[];
}

/** What the repository is, for whoever generates from it and whoever is told of it. `workflows`: what a person says, before the configuration is asked. */
export async function profileInForce(context: RepositoryContext, workflows?: Existing | null): Promise<ProfileInForce> {
  const { coverage, ...rest } = await profileRepository(context.tree);
  const isReplacing = (workflows ?? context.configuration?.settings.existing) === 'replace';
  if (coverage === undefined || isReplacing)
    return { profile: rest, pending: [], replaceable: coverage?.replaceable ?? [] };
  const counted = await countedCoverage(context, rest, coverage);
  const profile = counted.coverage === undefined ? rest : { ...rest, coverage: counted.coverage };
  return { profile, pending: counted.pending, replaceable: [] };
}

/** Where a person at a terminal has no commit to compare with, the workflows are their own. */
async function countedCoverage(
  { tree, baseTree, trigger }: RepositoryContext,
  wanted: ProjectProfile,
  coverage: Coverage,
): Promise<CoverageInForce> {
  if (baseTree === null && trigger.kind === 'command-line') return { coverage, pending: [] };
  return coverageInForce(coverage, { tree, base: baseTree, wanted });
}
