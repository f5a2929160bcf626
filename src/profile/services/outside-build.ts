import type { Command, ManagerName, ServiceImage } from '../../domain/profile.ts';
import type { UnitDraft } from '../ecosystem.ts';
import { readJson } from '../formats/json.ts';
import { ancestors, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Units } from '../units.ts';
import { type Output, outputsOf } from './prebuilt.ts';

export interface OutsideQuery {
  readonly snapshot: Snapshot;
  readonly units: Units;
  /** Of the service. */
  readonly directory: string;
  readonly context: string;
  readonly prebuilt: readonly string[];
}

/** Which unit's build makes what a Dockerfile copies, and by what, where that is not what makes the whole unit. */
export function outsideBuild(query: OutsideQuery): Pick<ServiceImage, 'builtBy' | 'madeFirst'> {
  const { snapshot, units, directory, context, prebuilt } = query;
  const outputs = outputsOf(context, prebuilt);
  if (outputs.length === 0) return {};
  const folder = ancestors(directory).find((above) => buildersAt(units, above).length > 0);
  const around = folder === undefined ? [] : buildersAt(units, folder);
  const fitting = around.filter(({ manager }) => outputs.every((output) => mayWrite(snapshot, output, manager)));
  const [builder = around[0]] = fitting;
  if (builder === undefined) return {};
  const command = installing(builder, prebuilt) ?? otherTask(snapshot, builder, outputs);
  const isTold = command !== null || (fitting.length > 0 && fitting.length < around.length);
  return {
    ...(isTold ? { builtBy: builder.manager } : {}),
    ...(command === null ? {} : { madeFirst: [command] }),
  };
}

function buildersAt(units: Units, folder: string): UnitDraft[] {
  return units.at(folder).filter(({ commands }) => commands.build.length > 0);
}

const NODE: readonly ManagerName[] = ['npm', 'pnpm', 'yarn-classic', 'yarn-berry', 'bun'];
const PYTHON: readonly ManagerName[] = ['pip', 'uv', 'poetry', 'pdm', 'pipenv', 'hatch'];

/** The manifests by which a build knows a folder that it writes to. */
const MANIFESTS: readonly (readonly [name: RegExp, managers: readonly ManagerName[]])[] = [
  [/^package\.json$/, NODE],
  [/^pom\.xml$/, ['maven']],
  [/^(?:build|settings)\.gradle(?:\.kts)?$/, ['gradle']],
  [/^build\.sbt$/, ['sbt']],
  [/^Cargo\.toml$/, ['cargo']],
  [/^go\.mod$/, ['go']],
  [/^(?:pyproject\.toml|setup\.py)$/, PYTHON],
  [/^composer\.json$/, ['composer']],
  [/^mix\.exs$/, ['mix']],
  [/^deno\.jsonc?$/, ['deno']],
  [/^CMakeLists\.txt$/, ['cmake']],
  [/^meson\.build$/, ['meson']],
  [/^Package\.swift$/, ['spm']],
  [/\.(?:slnx?|[cf]sproj)$/, ['nuget']],
];

const OF_JAVA: readonly ManagerName[] = ['maven', 'gradle', 'sbt'];

function mayWrite(snapshot: Snapshot, { folder, path }: Output, manager: ManagerName): boolean {
  if (/\.(?:jar|war|ear)$/.test(path) && !OF_JAVA.includes(manager)) return false;
  const names = snapshot.namesIn(folder);
  return MANIFESTS.some(
    ([pattern, managers]) => managers.includes(manager) && names.some((name) => pattern.test(name)),
  );
}

/** Where the plug-in for applications puts a program together with what it needs, which `assemble` does not. (docs.gradle.org, "The Distribution Plugin", `installDist`) */
const INSTALLED = /(?:^|\/)build\/install\/([^/]{0,100})/;

function installing({ manager, commands }: UnitDraft, prebuilt: readonly string[]): Command | null {
  const [command, ...more] = commands.build;
  const found = prebuilt.flatMap((path) => INSTALLED.exec(path)?.[1] ?? []);
  if (manager !== 'gradle' || found.length === 0 || !command || more.length > 0) return null;
  const task = found.every((name) => name.endsWith('-shadow')) ? 'installShadowDist' : 'installDist';
  if (/\binstall(?:Shadow)?Dist\b/.test(command.run)) return null;
  const before = found.length === prebuilt.length ? command.run.replace(/ assemble$/, '') : command.run;
  return { ...command, run: `${before} ${task}` };
}

const TURBO_BUILD = /\bturbo run build$/;

/** The task of Turborepo that writes what is copied, where the one that builds says that it writes something else. (turborepo.com, "Package Configurations") */
function otherTask(snapshot: Snapshot, { manager, commands }: UnitDraft, outputs: readonly Output[]): Command | null {
  const [command, ...more] = commands.build;
  const [output] = outputs;
  if (!command || more.length > 0 || !output || !TURBO_BUILD.test(command.run) || !NODE.includes(manager)) return null;
  const own = readJson(snapshot, joinPath(output.folder, 'turbo.json') ?? 'turbo.json').value;
  const member = readJson(snapshot, joinPath(output.folder, 'package.json') ?? 'package.json').value;
  const written = (task: string) => own.texts(['tasks', task, 'outputs']).map((path) => path.replace(/^\.\//, ''));
  const writes = (task: string) =>
    outputs.every(
      ({ folder, name }) => folder === output.folder && written(task).some((path) => path.split('/')[0] === name),
    );
  const name = member.text(['name']) ?? '';
  const task = own.keys(['tasks']).find((one) => writes(one) && member.text(['scripts', one]) !== null);
  const isPlain = task !== undefined && /^[\w:-]{1,60}$/.test(task) && /^[@\w./-]{1,200}$/.test(name);
  if (written('build').length === 0 || writes('build') || !isPlain) return null;
  return {
    ...command,
    run: command.run.replace(TURBO_BUILD, `turbo run ${task} --filter=${name}`),
    because: [...command.because, own.evidence(['tasks', task])],
  };
}
