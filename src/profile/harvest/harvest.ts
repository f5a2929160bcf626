import { firstOfEach } from '../../domain/grouped.ts';
import type { Command, EcosystemName, LintCommand } from '../../domain/profile.ts';
import type { UnitDraft } from '../ecosystem.ts';
import { embeddedStandIns } from '../ecosystems/go/embeds.ts';
import { embeddedFolders } from '../ecosystems/rust/embeds.ts';
import { nearest } from '../nearest.ts';
import type { Snapshot } from '../snapshot.ts';
import { withVariables } from '../with-variables.ts';
import { withBuiltAssets } from './before/built-assets.ts';
import { withDatabase } from './before/database.ts';
import { withEnvironment } from './before/environment.ts';
import { withGeneratorSettings } from './before/generator-settings.ts';
import { withGenerated } from './before/generators.ts';
import { withOtherInstalls } from './before/other-installs.ts';
import { otherRuntimes } from './before/other-runtimes.ts';
import { ownCalls, preparations, withoutCopies } from './before/prepare.ts';
import { settingUp } from './before/setting-up.ts';
import { isSetting } from './before/settings.ts';
import { systemPackages } from './before/system-packages.ts';
import { withWorkspaceBuilds } from './before/workspace-builds.ts';
import { callsIn, type PipelineCall } from './calls.ts';
import { withCalledScripts } from './checks/called-scripts.ts';
import { comparedChecks } from './checks/compared.ts';
import { hookChecks } from './checks/hooks.ts';
import { programCalls, withOwnCalls } from './checks/program-calls.ts';
import { scriptCalls } from './checks/script-calls.ts';
import { taskCall } from './checks/task-calls.ts';
import { TOOLS, type Tool, toolsIn } from './checks/tools.ts';
import { withWorkspaceCalls } from './checks/workspace-calls.ts';
import { withFolders } from './folders.ts';
import { recipeCallsIn } from './recipe-calls.ts';
import { withTestTask } from './tests/test-tasks.ts';

/**
 * The units with what the repository's own pipelines run for them beside what their ecosystems know by themselves: checks by other tools,
 * by tasks, scripts and hooks, the packages of the system that are installed before, the settings that are copied, what is set and done to a database for their tests, and what of another unit is installed and built first. A tool that a unit has already is not run twice. (detection.md, "Command precedence")
 */
export function withHarvest(snapshot: Snapshot, drafts: readonly UnitDraft[]): readonly UnitDraft[] {
  const harvested = drafts.map((found) => {
    const own = callsIn(snapshot, found.directory);
    const called = withCalledScripts(snapshot, withWorkspaceCalls(snapshot, found, own), own);
    const draft = found.ecosystem === 'node' ? withOwnCalls(called, own) : called;
    const compared = comparedChecks(snapshot, draft);
    const named = [...toolCommands(snapshot, draft, own), ...taskCommands(snapshot, draft, own), ...compared];
    const scripts =
      draft.ecosystem === 'node' ? [...scriptCalls(snapshot, draft, own), ...programCalls(snapshot, draft, own)] : [];
    const hooks = hookChecks(snapshot, draft);
    const kept = withoutContained(draft.commands.lint, named, own);
    const lint = [...kept, ...firstOfEach([...named, ...scripts, ...hooks.lint], ({ run }) => run)];
    const versions = [...draft.versions, ...hooks.versions, ...otherRuntimes(snapshot, draft)];
    const isAlone = drafts.every((other) => other === found || other.directory !== found.directory);
    const before = [...own, ...settingUp(snapshot, found.directory)];
    const copies = preparations(snapshot, draft, ownCalls(draft, before, isAlone));
    const packages = systemPackages({ snapshot, draft });
    const standIns = embeddedBy[draft.ecosystem]?.(snapshot, draft.directory) ?? [];
    const install = [...packages, ...draft.commands.install, ...copies, ...standIns];
    const tested = withTestTask(snapshot, withoutCopies(draft, copies), own);
    const whole = { ...tested, versions, commands: { ...tested.commands, install, lint } };
    const calls = [...own, ...recipeCallsIn(snapshot, found.directory)];
    const set = withGeneratorSettings(snapshot, withEnvironment(whole, calls), calls);
    const made = withWorkspaceBuilds(snapshot, withGenerated(snapshot, set));
    return withFolders(snapshot, withDatabase(snapshot, made), own);
  });
  return withBuiltAssets(snapshot, withOtherInstalls(snapshot, harvested));
}

/** What stands in for what a program embeds that no checkout has. */
const embeddedBy: Partial<Record<EcosystemName, (snapshot: Snapshot, directory: string) => readonly Command[]>> = {
  go: embeddedStandIns,
  rust: embeddedFolders,
};

/** Without what a tool of the pipelines runs by itself, unless they run it as well. */
function withoutContained(
  lint: readonly LintCommand[],
  named: readonly LintCommand[],
  calls: readonly PipelineCall[],
): LintCommand[] {
  const contained = new Set(named.flatMap(({ run }) => toolsIn(run).flatMap(({ contains }) => contains ?? [])));
  return lint.filter(({ run }) => !contained.has(run) || calls.some((call) => call.run === run));
}

function toolCommands(
  snapshot: Snapshot,
  { directory, ecosystem, commands }: UnitDraft,
  calls: readonly PipelineCall[],
): LintCommand[] {
  const known = commands.lint.flatMap(({ run }) => toolsIn(run));
  const isSettled = ({ settings = [] }: Tool) => nearest(snapshot, directory, settings) !== null;
  // Where nothing can be built in a checkout, what reads only what compiles can check nothing either.
  const isPossible = ({ compiles }: Tool) => compiles === undefined || commands.build.length > 0;
  const missing = TOOLS.filter(
    (tool) => tool.ecosystem === ecosystem && isPossible(tool) && !known.includes(tool) && !isSettled(tool),
  );
  return missing.flatMap(({ accepts, check, run: usual }) => {
    const call = calls.find(({ run }) => accepts.test(run));
    if (!call) return [];
    const command = { check, run: usual ?? call.run, directory: call.directory, because: call.because };
    const settings = [...call.environment].filter((entry) => isSetting(ecosystem, entry));
    return [{ ...command, ...withVariables(command, settings, []) }];
  });
}

function taskCommands(snapshot: Snapshot, draft: UnitDraft, calls: readonly PipelineCall[]): LintCommand[] {
  const known = draft.commands.lint.flatMap(({ run }) => toolsIn(run));
  const runs = new Set(draft.commands.lint.map(({ run }) => run));
  return calls.flatMap((call) => {
    const found = taskCall(snapshot, call);
    const isKnown = found?.tools.some((tool) => known.includes(tool)) || found?.lines.every((line) => runs.has(line));
    return found && !isKnown && found.ecosystem === draft.ecosystem ? [found.command] : [];
  });
}
