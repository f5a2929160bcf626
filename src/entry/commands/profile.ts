import { openCheckout } from '../../clients/checkout.ts';
import { deadlineAfterStart } from '../../clients/deadline.ts';
import { filesOf } from '../../context/place.ts';
import { jsonDocument } from '../../domain/json-text.ts';
import { type CommandLine, USUAL_SECONDS } from '../../inputs/command-line.ts';
import { readEnvironment } from '../../inputs/environment.ts';

/** Prints what the repository is. */
export async function profileCommand({
  repository,
  json,
}: Extract<CommandLine, { command: 'profile' }>): Promise<number> {
  const { color, variables } = readEnvironment(process.stdout.isTTY === true);
  const { git, trees } = openCheckout({
    directory: repository,
    environment: variables,
    deadline: deadlineAfterStart(USUAL_SECONDS * 1000),
  });
  // git is at work while the rest of the program is loaded.
  const [files, { profileRepository }] = await Promise.all([filesOf(git, trees), import('../../profile/profile.ts')]);
  const profile = await profileRepository(files);
  process.stdout.write(
    json ? jsonDocument(profile) : (await import('../../profile/page.ts')).renderProfile(profile, { color }),
  );
  return 0;
}
