import type { SetupVersion, Step } from '../../domain/pipeline.ts';
import type { ToolVersion, Unit } from '../../domain/profile.ts';

type Setup = Extract<Step, { kind: 'setup' }>;

/** Versions for repositories that name none: the newest with long-term support on 2026-11-24, or the channel that never breaks on purpose. */
const DEFAULTS = {
  go: 'stable',
  node: '24',
  python: '3.13',
  java: '21',
  rust: 'stable',
  bun: 'latest',
  pnpm: '10',
} as const;

const JAVA_LTS = [8, 11, 17, 21, 25];

/** The files that each set-up action reads by itself, so that the workflow can never drift from them. (detection.md, "Setup action") */
const VERSION_FILES: Readonly<Record<string, RegExp>> = {
  go: /(^|\/)(go\.(mod|work)|\.go-version|\.tool-versions)$/,
  node: /(^|\/)(package\.json|\.nvmrc|\.node-version|\.tool-versions|mise\.toml)$/,
  python: /(^|\/)(pyproject\.toml|\.python-version|\.tool-versions|Pipfile)$/,
  java: /(^|\/)(\.java-version|\.tool-versions|\.sdkmanrc)$/,
  bun: /(^|\/)(package\.json|\.bun-version|\.tool-versions)$/,
};

export interface SetupOptions {
  readonly components: readonly string[];
  /** The matrix of the job sets the version. */
  readonly fromMatrix: boolean;
}

/** The steps that bring a unit's tools, in the order in which they must come. */
export function setupSteps(unit: Unit, options: SetupOptions): Step[] {
  const cache = (manager: string, files: readonly string[]) => (files.length > 0 ? { manager, files } : null);
  const base = { directory: unit.directory, components: options.components };
  const version = (tool: keyof typeof DEFAULTS) =>
    options.fromMatrix ? { kind: 'matrix' as const } : versionOf(unit.version, tool);
  const locked = unit.lockfile === null ? [] : [unit.lockfile];
  switch (unit.manager) {
    case 'go':
      return [{ ...base, kind: 'setup', tool: 'go', version: version('go'), cache: cache('go', locked) }];
    case 'npm':
    case 'yarn-classic':
      return [
        {
          ...base,
          kind: 'setup',
          tool: 'node',
          version: version('node'),
          cache: cache(unit.manager === 'npm' ? 'npm' : 'yarn', locked),
        },
      ];
    case 'pnpm':
      return [
        { ...base, kind: 'setup', tool: 'pnpm', version: pnpmVersion(unit), cache: null },
        { ...base, kind: 'setup', tool: 'node', version: version('node'), cache: cache('pnpm', locked) },
      ];
    case 'yarn-berry':
      return [
        { ...base, kind: 'setup', tool: 'node', version: version('node'), cache: null },
        { kind: 'run', name: 'Enable Corepack', run: 'corepack enable', directory: unit.directory, because: [] },
      ];
    case 'bun':
      return [{ ...base, kind: 'setup', tool: 'bun', version: bunVersion(unit), cache: null }];
    case 'uv':
      return [{ ...base, kind: 'setup', tool: 'uv', version: uvVersion(unit, options), cache: cache('uv', locked) }];
    case 'poetry':
    case 'pdm':
    case 'pipenv':
    case 'hatch':
      return [pythonSetup(unit, version('python'), null), { kind: 'install-tool', tool: unit.manager }];
    case 'pip':
      return [pythonSetup(unit, version('python'), cache('pip', requirementFiles(unit)))];
    case 'maven':
      return [
        {
          ...base,
          kind: 'setup',
          tool: 'java',
          version: options.fromMatrix ? { kind: 'matrix' } : javaVersion(unit),
          cache: { manager: 'maven', files: [below(unit, '**/pom.xml')] },
        },
      ];
    case 'gradle':
      return [
        {
          ...base,
          kind: 'setup',
          tool: 'java',
          version: options.fromMatrix ? { kind: 'matrix' } : javaVersion(unit),
          cache: null,
        },
        { ...base, kind: 'setup', tool: 'gradle', version: null, cache: null },
      ];
    case 'cargo':
      return [{ ...base, kind: 'setup', tool: 'rust', version: version('rust'), cache: cache('cargo', locked) }];
    // Managers of ecosystems that detection does not know yet bring nothing of their own.
    default:
      return [];
  }
}

function pythonSetup(unit: Unit, version: SetupVersion | null, cache: Setup['cache']): Setup {
  return { kind: 'setup', tool: 'python', version, directory: unit.directory, components: [], cache };
}

function requirementFiles(unit: Unit): string[] {
  const files = unit.commands.install.flatMap(({ run }) =>
    [...run.matchAll(/-r (\S+)/g)].map(([, file = '']) => below(unit, file)),
  );
  return files.length > 0 ? files : [below(unit, 'pyproject.toml')];
}

function below({ directory }: Unit, path: string): string {
  return directory === '.' ? path : `${directory}/${path}`;
}

function versionOf(version: ToolVersion | null, tool: keyof typeof DEFAULTS): SetupVersion {
  if (!version) return { kind: 'default', value: DEFAULTS[tool] };
  const { value, because } = version;
  const file = because.find((evidence) => VERSION_FILES[tool]?.test(evidence.file))?.file;
  return file === undefined ? { kind: 'value', value, because } : { kind: 'file', file, because };
}

/** setup-java takes whole releases; what compiles for 16 is built with the next one that is supported. */
function javaVersion({ version }: Unit): SetupVersion {
  const found = versionOf(version, 'java');
  if (found.kind !== 'value') return found;
  const major = Number(/^\d+/.exec(found.value)?.[0] ?? Number.NaN);
  const lts = JAVA_LTS.find((release) => release >= major);
  return Number.isNaN(major) ? { kind: 'default', value: DEFAULTS.java } : { ...found, value: String(lts ?? major) };
}

/** Where `packageManager` names it, the action reads it there, and refuses to be told again. */
function pnpmVersion({ versions, lockfile }: Unit): SetupVersion | null {
  if (versions.some(({ tool }) => tool === 'pnpm')) return null;
  const because = lockfile === null ? [] : [{ file: lockfile, line: 1 }];
  return because.length > 0
    ? { kind: 'value', value: DEFAULTS.pnpm, because }
    : { kind: 'default', value: DEFAULTS.pnpm };
}

function bunVersion(unit: Unit): SetupVersion {
  const own = unit.versions.find(({ tool }) => tool === 'bun') ?? null;
  return versionOf(own, 'bun');
}

/** uv reads .python-version and requires-python by itself: it is told only what stands elsewhere. */
function uvVersion({ version }: Unit, { fromMatrix }: SetupOptions): SetupVersion | null {
  if (fromMatrix) return { kind: 'matrix' };
  const found = versionOf(version, 'python');
  return found.kind === 'file' ? null : found;
}
