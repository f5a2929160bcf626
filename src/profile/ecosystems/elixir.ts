import { isOldOtp, OLDEST_BEAM } from '../../domain/beam.ts';
import type { ProfileWarning, ToolVersion } from '../../domain/profile.ts';
import { AUTOMATION, type AutomationLine, readAutomation } from '../ci/automation.ts';
import type { Ecosystem, UnitDraft } from '../ecosystem.ts';
import { HOOK_FILES } from '../harvest/checks/meant.ts';
import { directoryOf, isWithin, joinPath } from '../paths.ts';
import type { Found, Snapshot } from '../snapshot.ts';
import { TOOL_FILES } from '../tool-versions.ts';
import { commandsOf } from './elixir/commands.ts';
import { type MixProject, packagesOf, readProjects } from './elixir/project.ts';
import { elixirVersion, otpVersion } from './elixir/version.ts';

/** Projects of Mix; an umbrella is one unit, at its root. */
export const elixir: Ecosystem = {
  name: 'elixir',
  reads: ['**/mix.exs', ...TOOL_FILES, '**/{[Dd]ockerfile,Containerfile}*', ...AUTOMATION, ...HOOK_FILES],
  detect: (snapshot) => {
    const { value: projects, warnings } = readProjects(snapshot);
    const automation = readAutomation(snapshot);
    const places = projects.map((project) => ({
      snapshot,
      project,
      members: membersOf(project, projects),
      automation,
    }));
    const held = new Set(places.flatMap(({ members }) => members));
    const drafts = places.filter(({ project }) => !held.has(project)).map(draft);
    return {
      units: drafts.map(({ value }) => value),
      warnings: [...warnings, ...drafts.flatMap((one) => one.warnings)],
    };
  },
};

interface Place {
  readonly snapshot: Snapshot;
  readonly project: MixProject;
  readonly members: readonly MixProject[];
  readonly automation: readonly AutomationLine[];
}

/** The applications lie directly in the folder that the umbrella names. */
function membersOf({ apps }: MixProject, projects: readonly MixProject[]): MixProject[] {
  return apps === null ? [] : projects.filter(({ directory }) => directory !== '.' && directoryOf(directory) === apps);
}

function draft(place: Place): Found<UnitDraft> {
  const { snapshot, project, members, automation } = place;
  const { directory } = project;
  const path = joinPath(directory, 'mix.lock') ?? 'mix.lock';
  const lockfile = snapshot.has(path) ? path : null;
  const version = elixirVersion(place);
  const otp = otpVersion(place);
  const cited = [...(version?.because ?? []), ...(otp?.because ?? [])].map(({ file }) => file);
  const folders = [project, ...members].flatMap(({ dependencies }) => dependencies.flatMap((it) => it.folder ?? []));
  const commands = commandsOf({ snapshot, project, members, lockfile, automation });
  const value: UnitDraft = {
    directory,
    ecosystem: 'elixir',
    manager: 'mix',
    lockfile,
    version,
    versions: otp ? [otp] : [],
    commands: commands.value,
    alsoOwns: [...new Set(cited.filter((file) => !isWithin(directory, file)))],
    dependsOn: [...new Set(folders)].filter((folder) => !members.some((member) => member.directory === folder)),
    dependencies: [project, ...members].flatMap(packagesOf),
  };
  return { value, warnings: [...commands.warnings, ...oldRuntime(otp)] };
}

/** What is said of a release of OTP that nobody builds for the machine of the jobs. */
function oldRuntime(otp: ToolVersion | null): ProfileWarning[] {
  const [at] = otp?.because ?? [];
  if (!otp || !at || !isOldOtp(otp.value)) return [];
  const message = `OTP ${otp.value} is not built for ubuntu-24.04: jobs run on OTP ${OLDEST_BEAM.otp}, the oldest that is, with Elixir ${OLDEST_BEAM.elixir} where theirs is older.`;
  return [{ file: at.file, line: at.line, message }];
}
