import type { Finding } from './domain/finding.ts';
import type { ProjectProfile } from './domain/profile.ts';
import { CONFIGURATION_PATH, type RepositoryContext } from './domain/repository.ts';
import { generationFinding } from './generate/findings.ts';
import { profileRepository } from './profile/profile.ts';
import type { ProfileInForce } from './profile-in-force.ts';

/** What is to be said of the repository, whatever is generated. */
export async function repositoryFindings(
  context: RepositoryContext,
  { profile, pending }: Pick<ProfileInForce, 'profile' | 'pending'>,
): Promise<Finding[]> {
  return [
    ...(await hiddenFindings(context, profile)),
    ...pendingFindings(pending),
    ...unreadFindings(context, profile),
  ];
}

/** Whether there is anything to build, test or check. */
export function hasChecks({ units, services }: ProjectProfile): boolean {
  return units.length + services.length > 0;
}

/** Settings are no layer that could be dropped: where they hide all that there is to check, nothing may be green. */
async function hiddenFindings({ tree, wholeTree }: RepositoryContext, profile: ProjectProfile): Promise<Finding[]> {
  if (tree === wholeTree || hasChecks(profile) || !hasChecks(await profileRepository(wholeTree))) return [];
  return [generationFinding('NO_CHECK_LEFT', CONFIGURATION_PATH, { what: 'What settings.paths lets be looked at' })];
}

function pendingFindings(pending: ProfileInForce['pending']): Finding[] {
  return [...new Set(pending.map(({ by }) => by.file))].map((file) => generationFinding('COVERED_ONCE_MERGED', file));
}

/** Where a change breaks a manifest, the checks of its unit are missing from what is proposed. */
function unreadFindings({ changedFiles }: RepositoryContext, { warnings }: ProjectProfile): Finding[] {
  const changed = new Set(changedFiles?.map(({ path }) => path));
  return warnings
    .filter(({ file }) => changed.has(file))
    .map(({ file, line, message }) => {
      const at = { line, column: 1 };
      return { ...generationFinding('UNREAD_IN_CHANGE', file, { what: message }), range: { start: at, end: at } };
    });
}
