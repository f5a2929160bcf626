import type { ToolVersion } from '../../domain/profile.ts';
import { AUTOMATION, readAutomation } from '../ci/automation.ts';
import type { Ecosystem, UnitDraft } from '../ecosystem.ts';
import { isWithin, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { firstFound } from '../source.ts';
import { TOOL_FILES } from '../tool-versions.ts';
import { type BufCalls, commandsOf, readBufCalls } from './protobuf/commands.ts';
import { BUF_FILES, type BufModule, readBufModules } from './protobuf/module.ts';
import { BUF_VERSIONS, pipelineVersion } from './protobuf/version.ts';

/** Protocol Buffers, as Buf checks them: one unit a workspace, and one a module outside of any. */
export const protobuf: Ecosystem = {
  name: 'protobuf',
  reads: [BUF_FILES, '**/buf.lock', ...TOOL_FILES, ...AUTOMATION],
  detect: (snapshot) => {
    const { value: modules, warnings } = readBufModules(snapshot);
    if (modules.length === 0) return { units: [], warnings };
    const automation = readAutomation(snapshot);
    const habits = { calls: readBufCalls(snapshot, automation), version: pipelineVersion(snapshot, automation) };
    return { units: modules.map((module) => draft(snapshot, module, habits)), warnings };
  },
};

/** What the repository itself does with Buf, read once for all modules. */
interface Habits {
  readonly calls: BufCalls;
  readonly version: ToolVersion | null;
}

function draft(snapshot: Snapshot, module: BufModule, habits: Habits): UnitDraft {
  const { directory } = module;
  const lockfile = joinPath(directory, 'buf.lock') ?? '';
  const version = firstFound(BUF_VERSIONS, { snapshot, directory, pipelines: habits.version });
  return {
    directory,
    ecosystem: 'protobuf',
    manager: 'buf',
    lockfile: snapshot.has(lockfile) ? lockfile : null,
    version,
    versions: [],
    commands: commandsOf(module, habits.calls),
    alsoOwns: version?.because.map(({ file }) => file).filter((file) => !isWithin(directory, file)) ?? [],
    dependsOn: [],
    dependencies: [],
  };
}
