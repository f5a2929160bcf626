import { complaintOf, run } from './command.ts';
import { RigError } from './error.ts';

/** Git without the person's configuration, so that a run does not depend on the machine. Rejects with GIT_FAILED. */
export async function git(directory: string, ...args: readonly string[]): Promise<string> {
  try {
    return await run('git', args, { directory, environment: { ...process.env, ...SETTINGS } });
  } catch (cause) {
    throw new RigError('GIT_FAILED', `git ${args[0]} failed in ${directory}: ${complaintOf(cause)}`, { cause });
  }
}

const CONFIGURATION = {
  // A base that no branch points at any more can still be fetched.
  'uploadpack.allowAnySHA1InWant': 'true',
  'safe.directory': '*',
  'core.hooksPath': '/dev/null',
  'user.name': 'act rig',
  'user.email': 'act-rig@localhost',
};

const SETTINGS = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  // The same commit for the same parents, whenever it is made.
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
  GIT_CONFIG_COUNT: String(Object.keys(CONFIGURATION).length),
  ...Object.fromEntries(
    Object.entries(CONFIGURATION).flatMap(([key, value], index) => [
      [`GIT_CONFIG_KEY_${index}`, key],
      [`GIT_CONFIG_VALUE_${index}`, value],
    ]),
  ),
};
