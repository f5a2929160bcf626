import { delimiter, isAbsolute } from 'node:path';

/** Variables of whoever calls the rig (make, npm, vitest, a real workflow, git hooks) that would make a job behave differently than on a runner. */
const CALLER =
  /^(GITHUB_|ACTIONS_|RUNNER_|INPUT_|VITEST|TINYPOOL|PG|POSTGRES_|npm_|(NODE_(ENV|OPTIONS|PATH|V8_COVERAGE|CHANNEL)|GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|CONFIG)|MAKE|MFLAGS)|(CI|TEST|DEV|PROD|MODE|SSR|BASE_URL|FORCE_COLOR|NO_COLOR|VIRTUAL_ENV|OLDPWD|INIT_CWD)$)/;

/** Jobs run code of a pull request. */
const SECRET = /TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|API_?KEY|PRIVATE_KEY/i;

/**
 * The environment for act and so for every job: this machine's, without its caller's variables and without what looks like a secret.
 * HOME stays, so that package managers find their settings and caches.
 */
export function jobEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(
    ([name]) => isRegistry(name) || !(CALLER.test(name) || SECRET.test(name)),
  );
  return {
    ...Object.fromEntries(kept),
    PATH: ownPrograms(environment.PATH ?? ''),
    ACT_DISABLE_VERSION_CHECK: '1',
    // act gives every step a terminal, where git would start a pager and wait for a key.
    GIT_PAGER: 'cat',
    PAGER: 'cat',
    TERM: 'dumb',
  };
}

function isRegistry(name: string): boolean {
  return name === 'npm_config_registry' || name === 'npm_config_cafile';
}

/** The programs of this project's own packages must not be there for a job by accident. */
function ownPrograms(path: string): string {
  return path
    .split(delimiter)
    .filter((folder) => isAbsolute(folder) && !/node_modules|node-gyp-bin/.test(folder))
    .join(delimiter);
}
