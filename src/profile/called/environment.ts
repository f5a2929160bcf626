import { variablesOf } from '../../domain/in-front.ts';
import { isMapping } from '../formats/manifest.ts';

/** Variables by which a command checks less, or something else. A test that is told that it is one is no other test. */
const CHANGES =
  /^(?:PATH|ENV|BASH_ENV|SHELLOPTS|BASHOPTS|LD_\w{1,40}|MIX_ENV|NODE_ENV|RAILS_ENV|RACK_ENV|APP_ENV|GOFLAGS|GOOS|GOARCH|CARGO_BUILD_TARGET|MAVEN_ARGS|MAVEN_OPTS|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|JAVA_OPTS|MVN_\w{1,40}|GRADLE_OPTS|PYTEST_ADDOPTS|TOXENV|NOXSESSION|SKIP\w{0,40}|\w{1,40}_SKIP\w{0,40})$/;

/** Of these, what only spares a download, a hook of git, a look at versions or a greeting. */
const SPARES =
  /^(?:\w{1,40}_)?SKIP_(?:\w{1,40}_)?(?:DOWNLOAD|INSTALL|HOOKS?|(?:PREFLIGHT|VERSION|UPDATE)_CHECK)$|^DOTNET_SKIP_FIRST_TIME_EXPERIENCE$|^PLAYWRIGHT_SKIP_VALIDATE_HOST_REQUIREMENTS$/;

/** Whether a command that is run with these variables is the one that is known: it has all that stand in front of that one, and none that change it. */
export function isSameSetting(known: string, run: string, environment: ReadonlyMap<string, string>): boolean {
  const own = new Map(variablesOf(known));
  const hasOwn = [...own].every(([name, value]) => environment.get(name) === value);
  return hasOwn && [...environment].every(([name, value]) => own.has(name) || !changes(name, value, run));
}

/** What has a build in Java pass over tests, or over what they say, by a property of the machine. (Surefire, "test": skipTests, testFailureIgnore) */
const LEAVES_OUT = /-D\S{0,60}(?:skip|fail\w{0,10}\.?ignore)/i;

function changes(name: string, value: string, run: string): boolean {
  if (!mayChange(name)) return false;
  if (/^(?:GRADLE|MAVEN|JAVA|JDK)_/.test(name) && name !== 'MAVEN_ARGS') return LEAVES_OUT.test(value);
  return !(name.endsWith('_ENV') && value === 'test' && /\btest/.test(run));
}

/** Whether a variable of that name may change what commands check, whatever it holds. */
export function mayChange(name: string): boolean {
  return CHANGES.test(name) && !SPARES.test(name);
}

/** Whether variables of these names change no command, whatever they hold. */
export function changesNothing(env: unknown): boolean {
  return env === undefined || (isMapping(env) && !Object.keys(env).some(mayChange));
}

/** Whether nothing of an `env` changes commands in a way that only the run knows. */
export function isKnownEnvironment(env: unknown): boolean {
  if (env === undefined || env === null) return true;
  return isMapping(env) && Object.entries(env).every(([name, value]) => !(mayChange(name) && isExpression(value)));
}

function isExpression(value: unknown): boolean {
  return typeof value === 'string' && value.includes('${{');
}
