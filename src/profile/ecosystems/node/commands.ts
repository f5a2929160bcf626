import { oncePer } from '../../../domain/once.ts';
import type { Command, Commands, LintCommand, ProfileWarning } from '../../../domain/profile.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { directoryOf, joinPath } from '../../paths.ts';
import type { Found } from '../../snapshot.ts';
import { buildOrder } from './build-order.ts';
import { NAMES, type ScriptCheck, scriptFor } from './checks.ts';
import { lacksSettings, settingsMissing } from './eslint.ts';
import { installLine } from './invocation.ts';
import { removedLints } from './next.ts';
import { knowsCi } from './npm-ci.ts';
import { orchestratedTask } from './orchestrator.ts';
import { scriptOfOtherName } from './other-names.ts';
import { type Place, scriptCommand } from './place.ts';
import { prismaClients } from './prisma.ts';
import { scriptText } from './scripts.ts';
import { testsOf } from './tests.ts';
import { formatter, linter, lintWithoutFix } from './tools.ts';
import { typechecker } from './typescript.ts';
import { nodeVersion } from './version.ts';
import type { Project } from './workspace.ts';

/**
 * What continuous integration should run: a script of the root, which stands for the whole; else a task over all packages; else the scripts
 * of the members; else a tool that is configured. (detection.md, rows of Node)
 */
export function commandsOf(project: Project): Found<Commands> {
  const root: Place = { project, manifest: project.root };
  const lint = scriptsFor(project, 'lint');
  const format = scriptsFor(project, 'format');
  const typecheck = scriptsFor(project, 'typecheck').filter((command) => !isBareCompiler(project, command));
  const isTyped = typecheck.length > 0 || checksTypes(project.root, scriptFor(project.root, 'lint'));
  const types = isTyped || project.members.length > 0 ? NOTHING : typechecker(root);
  const tests = testsOf(project);
  return {
    value: {
      install: [
        install(project),
        ...prismaClients(
          root,
          project.members.map((manifest) => ({ project, manifest })),
        ),
      ],
      lint: [
        ...(lint.length > 0 ? named('lint', lint) : linter(root)),
        ...(format.length > 0 ? named('format', format) : formatter(root)),
        ...named('typecheck', typecheck),
        ...types.value,
      ],
      test: tests.value,
      build: scriptsFor(project, 'build'),
    },
    warnings: [...types.warnings, ...tests.warnings, ...lintersLeftOut(project)],
  };
}

/** `"tsc": "tsc"` is for people who type more: with nothing to compile it only prints how it is used, and fails. */
function isBareCompiler({ snapshot, root }: Project, { run, directory }: Command): boolean {
  const isAlias = / tsc$/.test(run) && directory === directoryOf(root.file) && root.text(['scripts', 'tsc']) === 'tsc';
  return isAlias && !snapshot.has(joinPath(directory, 'tsconfig.json') ?? '');
}

/** Whether a script runs the compiler beside whatever else it does, as its people want it run. */
function checksTypes(manifest: Manifest, script: string | null): boolean {
  return script !== null && COMPILES.test(scriptText(manifest, script));
}

/** The compiler as a command of its own, whose failure is one of the script. */
const COMPILES = /(?:^|&&|;|\b(?:run|exec|npx|bunx)(?= ))\s{0,8}(?:vue-)?tsc(?=\s|$)(?!.*(?:\|\||--watch))/m;

const NOTHING = { value: [], warnings: [] } as const;

function named(check: string, commands: readonly Command[]): LintCommand[] {
  return commands.map((command) => ({ check, ...command }));
}

function install(project: Project): Command {
  const { directory, choice, isNested } = project;
  const runtime = choice.manager === 'npm' ? nodeVersion(project) : null;
  const isOld = choice.lockfile !== null && !knowsCi(runtime);
  const line = installLine(choice.manager, choice.lockfile !== null && !isOld);
  // pnpm goes by any pnpm-workspace.yaml above, and would install that workspace in place of a package that is none of its members.
  const run = choice.manager === 'pnpm' && isNested ? line.replace('install', 'install --ignore-workspace') : line;
  return { run, directory, because: isOld ? [...choice.because, ...(runtime?.because ?? [])] : choice.because };
}

interface LintScript {
  readonly name: string | null;
  /** Whether it can only fail. */
  readonly isLost: boolean;
}

/** The script of a package that lints. */
const lintScripts = oncePer(({ snapshot, root, members }: Project) =>
  oncePer((manifest: Manifest): LintScript => {
    const name = scriptFor(manifest, 'lint', manifest === root ? members : []);
    return { name, isLost: name !== null && lacksSettings(snapshot, manifest, name) };
  }),
);

/** What is said of scripts that would lint, and cannot. */
function lintersLeftOut(project: Project): ProfileWarning[] {
  return [project.root, ...project.members].flatMap((manifest) => {
    const { name, isLost } = lintScripts(project)(manifest);
    return [
      ...removedLints(manifest, NAMES.lint),
      ...(name !== null && isLost ? [settingsMissing(manifest, name)] : []),
    ];
  });
}

/** The script of a package for a check, and none that can only fail. */
function workingScript(project: Project, manifest: Manifest, check: ScriptCheck): string | null {
  if (check !== 'lint') return scriptFor(manifest, check, manifest === project.root ? project.members : []);
  const { name, isLost } = lintScripts(project)(manifest);
  return isLost ? null : name;
}

/** The one of another name, and none that can only fail. */
function otherScript({ snapshot, root }: Project, check: ScriptCheck): string | null {
  const script = scriptOfOtherName(root, check);
  return script !== null && check === 'lint' && lacksSettings(snapshot, root, script) ? null : script;
}

function scriptsFor(project: Project, check: ScriptCheck): Command[] {
  const { root, members } = project;
  const own = workingScript(project, root, check);
  if (own !== null) return [scriptCommand({ project, manifest: root }, own)];
  const task = orchestratedTask(project, check);
  if (task) return [task];
  const each = buildOrder(members).flatMap((manifest) => {
    const script = workingScript(project, manifest, check);
    if (script !== null) return [scriptCommand({ project, manifest }, script)];
    return check === 'lint' ? (lintWithoutFix({ project, manifest }) ?? []) : [];
  });
  const other = each.length > 0 ? null : otherScript(project, check);
  return other === null ? each : [scriptCommand({ project, manifest: root }, other)];
}
