import type { Evidence } from '../../../domain/evidence.ts';
import type { Command, LintCommand } from '../../../domain/profile.ts';
import { withDefaults } from '../../called/project-scripts.ts';
import { isNever } from '../../ci/never.ts';
import { callsIn } from '../../harvest/calls.ts';
import type { Snapshot } from '../../snapshot.ts';
import { checkOf, runsTests } from './checkers.ts';
import type { PythonProject } from './project.ts';

/** A script of one of Hatch's environments, as it is started. */
interface HatchScript {
  readonly run: string;
  /** The commands behind it. */
  readonly commands: readonly string[];
  readonly because: readonly Evidence[];
}

/** Scripts that run the tests, by the names that people and Hatch's own templates give them. */
const TESTS = ['test', 'tests', 'cov', 'run'];

/** The tests by the script that pipelines start; null where they start none. */
export function startedTests(snapshot: Snapshot, project: PythonProject): Command | null {
  return testsAmong(startedScripts(snapshot, project), project);
}

/** The tests by a script of a usual name; null where Hatch's own command is all there is. */
export function usualTests(project: PythonProject): Command | null {
  const usual = scriptsOf(project).filter(({ name }) => TESTS.includes(name));
  return testsAmong(usual, project);
}

function testsAmong(scripts: readonly HatchScript[], project: PythonProject): Command | null {
  const found = scripts.find(({ commands }) => commands.some(runsTests) && !commands.some(isNever));
  return found ? { run: found.run, directory: project.directory, because: found.because } : null;
}

/** The linters that pipelines start by Hatch's scripts; one that changes files is none. */
export function hatchChecks(snapshot: Snapshot, project: PythonProject): LintCommand[] {
  return startedScripts(snapshot, project).flatMap(({ run, commands, because }) => {
    const [check, ...more] = commands.map((command) => checkOf(withDefaults(command)));
    const isOne = check != null && more.every((other) => other !== null);
    return isOne ? [{ check, run, directory: project.directory, because }] : [];
  });
}

/** The environment and the script's name; `default` where none is written. */
const CALL = /^hatch run (?:([\w.-]{1,60}):)?([\w:-]{1,60})(?: [\w ./=:,-]{0,200})?$/;

function startedScripts(snapshot: Snapshot, project: PythonProject): HatchScript[] {
  return callsIn(snapshot, project.directory).flatMap(({ run, because }) => {
    const [, environment = 'default', name = ''] = CALL.exec(run) ?? [];
    const script = name === '' ? null : scriptAt(project, environment, name);
    return script ? [{ ...script, run, because: [...because, ...script.because] }] : [];
  });
}

function scriptsOf(project: PythonProject): (HatchScript & { readonly name: string })[] {
  const { pyproject } = project;
  return pyproject.keys(ENVIRONMENTS).flatMap((environment) =>
    pyproject.keys([...ENVIRONMENTS, environment, 'scripts']).flatMap((name) => {
      const script = scriptAt(project, environment, name);
      return script ? [{ ...script, name }] : [];
    }),
  );
}

const ENVIRONMENTS = ['tool', 'hatch', 'envs'];

/** A text, or a list of texts; one that only names another script of the environment is that one. */
function scriptAt({ pyproject }: PythonProject, environment: string, name: string): HatchScript | null {
  const path = [...ENVIRONMENTS, environment, 'scripts'];
  const bodies = (key: string) => {
    const written: unknown = pyproject.at([...path, key]);
    const list: readonly unknown[] = Array.isArray(written) ? written : [written];
    return list.filter((one) => typeof one === 'string');
  };
  const commands = bodies(name).flatMap((one) => {
    const inner = /^[\w-]{1,60}$/.test(one) && one !== name ? bodies(one) : [];
    return inner.length > 0 ? inner : [one];
  });
  const run = environment === 'default' ? `hatch run ${name}` : `hatch run ${environment}:${name}`;
  return commands.length === 0 ? null : { run, commands, because: [pyproject.evidence([...path, name])] };
}
