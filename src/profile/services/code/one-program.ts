import { splitCommands } from '../../ci/commands.ts';
import { isWhole } from '../../docker/sources.ts';
import type { ImageBuild } from '../image-build.ts';
import { saysBase } from '../name.ts';

/**
 * Whether images of one folder hold the same program: they start the same, build the same where they build, are told the same but for
 * what they stand on, and one of them has all of the folder. `alpine.Dockerfile` beside `distroless.Dockerfile`.
 */
export function areOneProgram(builds: readonly ImageBuild[]): boolean {
  if (builds.length <= 1) return true;
  const started = new Set(builds.map(({ facts }) => facts.commands.map(({ value }) => value).join('\n')));
  const built = new Set(builds.map(buildCalls).filter((calls) => calls !== ''));
  const isWholeIn = builds.some(({ facts }) => facts.sources.some(({ value }) => isWhole(value)));
  return isWholeIn && started.size === 1 && !started.has('') && built.size <= 1 && new Set(builds.map(told)).size === 1;
}

const MAKES = /\b(?:make|build|install|publish|package|compile|bundle|assemble|prune)\b/;
/** What brings packages of the system. */
const BRINGS = /\b(?:apt|apt-get|apk|dnf|yum|microdnf|zypper)\b/;

function buildCalls({ facts }: ImageBuild): string {
  return facts.calls
    .flatMap(({ value }) => splitCommands(value))
    .map((words) => words.join(' '))
    .filter((call) => MAKES.test(call) && !BRINGS.test(call))
    .join('\n');
}

/** The arguments and the target of a build that say more than what the image stands on. */
function told({ args, target }: ImageBuild): string {
  const own = [...args].filter(([, { value }]) => !saysBase(value)).map(([name, { value }]) => `${name}=${value}`);
  return [...own.sort(), ...(target === null || saysBase(target) ? [] : [target])].join('\n');
}
