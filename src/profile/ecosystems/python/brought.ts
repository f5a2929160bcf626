import { callsIn, type PipelineCall } from '../../harvest/calls.ts';
import type { Snapshot } from '../../snapshot.ts';
import { type Dependency, PIP_INSTALL, requirementName } from './dependency.ts';
import { CHECKERS } from './tools.ts';

/** Options that change nothing of what is installed. */
const QUIET = /^(?:-U|--upgrade|-q|--quiet|--no-cache-dir|--user|--disable-pip-version-check)$/;

/** A requirement in plain words: nothing that a shell would read otherwise. */
const PLAIN =
  /^[A-Za-z0-9][\w.-]{0,100}(?:\[[\w,.-]{1,100}\])?(?:(?:[=~!]=|[<>]=?)[\w.*+]{1,40}(?:,(?:[=~!]=|[<>]=?)[\w.*+]{1,40}){0,4})?$/;

/** What installs other things, reports, or publishes. */
const BESIDE =
  /^(?:pip|setuptools|wheel|virtualenv|uv|poetry|pdm|pipenv|hatch|tox|nox|twine|awscli|codecov(?:-cli)?|coveralls)$/;

/**
 * The packages that the repository's own pipelines install by pip, in the folder or at the root, together with a tool that checks: GitHub's
 * own starter for Python brings flake8 and pytest so. Each once, as it is first asked for.
 */
export function broughtPackages(snapshot: Snapshot, directory: string): Dependency[] {
  const calls = [...new Set([directory, '.'])].flatMap((folder) => callsIn(snapshot, folder));
  const found = new Map<string, Dependency>();
  for (const one of calls.flatMap(packagesOf)) if (!found.has(one.name)) found.set(one.name, one);
  return [...found.values()];
}

function packagesOf({ run, words, because: [at] }: PipelineCall): Dependency[] {
  const written = PIP_INSTALL.test(run) ? words.slice(words.indexOf('install') + 1) : [];
  if (at === undefined || written.some((word) => !QUIET.test(word) && !PLAIN.test(word))) return [];
  const packages = written.flatMap((requirement): Dependency[] => {
    const name = QUIET.test(requirement) ? null : requirementName(requirement);
    if (name === null || BESIDE.test(name)) return [];
    return [{ name, file: at.file, line: at.line, membership: { kind: 'pipeline', requirement } }];
  });
  return packages.some(({ name }) => CHECKERS.has(name)) ? packages : [];
}
