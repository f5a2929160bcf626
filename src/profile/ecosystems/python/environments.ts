import type { Command, LintCommand } from '../../../domain/profile.ts';
import { isNever } from '../../ci/never.ts';
import { checkOf, runsTests } from './checkers.ts';
import type { EnvironmentRun } from './environment-run.ts';
import { noxRuns } from './nox.ts';
import { installedWith, type Place } from './place.ts';
import type { PythonProject } from './project.ts';
import { installedTool } from './runner.ts';
import { toxRuns } from './tox.ts';

function runsOf({ snapshot }: Place, project: PythonProject): EnvironmentRun[] {
  return [...toxRuns(snapshot, project), ...noxRuns(snapshot, project)].slice(0, MOST).filter(mayRun);
}

/** Nobody has more environments. */
const MOST = 200;

/** A name that its tool takes for an option is none, and tests that also publish are for people. */
function mayRun({ name, run, before, commands }: EnvironmentRun): boolean {
  return /^\w/.test(name) && ![run, ...before, ...commands].some(isNever);
}

/** The tests by the environment that brings what they need; null where none does. `py` of tox, and what is called tests, before others. */
export function environmentTests(place: Place, project: PythonProject): Command | null {
  const found = runsOf(place, project).filter(({ commands }) => commands.some(runsTests));
  const own = found.find(({ name }) => /^(?:py|tests?|unit)$/.test(name));
  return own ? commandOf(place, project, own) : null;
}

/** The environments that check and change nothing, of kinds of checks that are not `known` already. */
export function environmentChecks(place: Place, project: PythonProject, known: readonly LintCommand[]): LintCommand[] {
  const checks = new Set(known.map(({ check }) => check));
  return runsOf(place, project).flatMap((one) => {
    const [check, ...more] = one.commands.map(checkOf);
    const isOne = check != null && more.every((other) => other !== null);
    return isOne && !checks.has(check) ? [{ check, ...commandOf(place, project, one) }] : [];
  });
}

function commandOf(place: Place, project: PythonProject, { tool, run, because }: EnvironmentRun): Command {
  return { run: `${prefixOf(place, project, tool)}${run}`, directory: project.directory, because };
}

/** How the tool is started: as the project brings it, else by what is there to start others. pip installs it. */
function prefixOf(place: Place, project: PythonProject, name: EnvironmentRun['tool']): string {
  const { choice } = place;
  const own = installedTool({ choice, installed: installedWith(place, project), name });
  if (own) return own.prefix;
  if (choice.manager === 'pip') return '';
  return choice.manager === 'uv' ? 'uvx ' : 'pipx run ';
}

const STARTED = /^(?:tox|nox) /;

/** Whether a command runs in an environment that is made for it. */
export function isInEnvironment({ run }: Command): boolean {
  return STARTED.test(run);
}

/** What brings the tools that commands start by their bare names. */
export function environmentInstall(place: Place, commands: readonly Command[]): Command[] {
  const { directory } = place.unit.project;
  const bare = commands.filter(isInEnvironment);
  return [...new Set(bare.map(({ run }) => run.split(' ', 1)[0] ?? ''))].flatMap((tool) => {
    const isOwn = installedTool({
      choice: place.choice,
      installed: installedWith(place, place.unit.project),
      name: tool,
    });
    const because = bare.find(({ run }) => run.startsWith(`${tool} `))?.because ?? [];
    return isOwn ? [] : [{ run: `pip install ${tool}`, directory, because }];
  });
}
