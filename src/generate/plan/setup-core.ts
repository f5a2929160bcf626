import type { Step } from '../../domain/pipeline.ts';
import type { ManagerName, Unit } from '../../domain/profile.ts';
import { elixirVersions } from './elixir-versions.ts';
import { below, cache, exactly, locked } from './lock-caches.ts';
import {
  bufVersion,
  DEFAULT_ELIXIR,
  dotnetVersion,
  helmVersion,
  phpVersion,
  rubyVersion,
  terraformVersion,
  versionOf,
} from './versions.ts';

type Setup = Extract<Step, { kind: 'setup' }>;

/** What a set-up brings: the tool, its version, what is cached, and the parts of it that the repository shows. */
export type Core = Pick<Setup, 'tool' | 'version' | 'runtime' | 'cache'> &
  Partial<Pick<Setup, 'components' | 'componentsBecause' | 'inputs' | 'registry'>>;

/** Managers whose tool one action brings. */
export type PlainManager = Extract<
  ManagerName,
  'go' | 'cargo' | 'nuget' | 'mix' | 'bundler' | 'composer' | 'terraform' | 'deno' | 'helm' | 'buf'
>;

/** The one set-up of a unit of such a manager. */
export function coreOf(unit: Unit, manager: PlainManager): Core {
  const lock = locked(unit, manager);
  switch (manager) {
    case 'go':
      return { tool: 'go', version: versionOf(unit.version, 'go'), cache: lock };
    case 'cargo':
      return { tool: 'rust', version: versionOf(unit.version, 'rust'), cache: lock };
    case 'nuget':
      return { tool: 'dotnet', version: dotnetVersion(unit), cache: nugetCache(unit) };
    case 'mix':
      return { tool: 'elixir', ...elixirVersions(unit, DEFAULT_ELIXIR), cache: lock };
    case 'bundler':
      return { tool: 'ruby', version: rubyVersion(unit), cache: lock };
    case 'composer':
      return { tool: 'php', version: phpVersion(unit), cache: lock, ...extensionsOf(unit), ...inputsOf(unit) };
    case 'terraform': {
      const tool = programOf(unit);
      return { tool, version: terraformVersion(unit, tool), cache: lock };
    }
    case 'deno':
      return { tool: 'deno', version: versionOf(unit.version, 'deno'), cache: lock };
    case 'helm':
      return { tool: 'helm', version: helmVersion(unit), cache: null };
    case 'buf':
      return { tool: 'buf', version: bufVersion(unit), cache: null };
  }
}

/** The action's own cache wants lock files. Without them what names the packages keys a cache of them. */
function nugetCache({ directory, lockfile }: Unit): Setup['cache'] {
  const inside = (glob: string) => below(exactly(directory), glob);
  if (lockfile !== null) return cache('nuget', [inside('**/packages.lock.json')]);
  return cache('nuget-packages', [inside('**/*.*proj'), '**/Directory.Packages.props']);
}

/** The commands say which of the two programs is meant. */
function programOf({ commands }: Unit): 'terraform' | 'opentofu' {
  return commands.install.some(({ run }) => run.startsWith('tofu ')) ? 'opentofu' : 'terraform';
}

function inputsOf({ setUpInputs }: Unit): Partial<Core> {
  return setUpInputs ? { inputs: setUpInputs } : {};
}

function extensionsOf({ extensions = [] }: Unit): Partial<Core> {
  const [first] = extensions;
  return first ? { components: extensions.map(({ value }) => value), componentsBecause: first.because } : {};
}
