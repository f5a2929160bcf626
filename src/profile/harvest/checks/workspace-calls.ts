import type { Command, LintCommand } from '../../../domain/profile.ts';
import { scriptOfAll } from '../../called/workspace-call.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { writes } from '../../ecosystems/node/checks.ts';
import { doesNothing, scriptBody } from '../../ecosystems/node/scripts.ts';
import { membersBelow } from '../../ecosystems/node/workspace.ts';
import { readJson } from '../../formats/json.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { directoryOf, joinPath } from '../../paths.ts';
import { shellCommands } from '../../shell/shell.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { PipelineCall } from '../calls.ts';
import { programOf, scriptStarted } from './package-script.ts';

/**
 * A workspace of Node with the one command by which the repository's own pipelines run a script of all members, in place of that script of
 * each of them: `pnpm -r check`, by itself or by a script of the root.
 */
export function withWorkspaceCalls(snapshot: Snapshot, unit: UnitDraft, calls: readonly PipelineCall[]): UnitDraft {
  const { lint, test, build } = unit.commands;
  const isOfMember = ({ directory }: Command) => directory !== unit.directory;
  if (unit.ecosystem !== 'node' || ![...lint, ...test, ...build].some(isOfMember)) return unit;
  const { value: root } = readJson(snapshot, joinPath(unit.directory, 'package.json') ?? '');
  const whole = calls.flatMap((call) => ofAllMembers(unit, root, call));
  if (whole.length === 0) return unit;
  const members = membersBelow(snapshot, root);
  const ofScript = (script: string) => members.filter((member) => scriptBody(member, script) !== null);
  // What only tells must not mend by the script of one of them.
  const isTelling = (script: string) => ofScript(script).every((member) => !writes(member, script));
  // Tests that are left out need what is not there.
  const isTested = (script: string) =>
    ofScript(script).every(
      (member) => doesNothing(member, script) || test.some(({ directory }) => directory === directoryOf(member.file)),
    );
  const inPlace = <C extends Command>(commands: readonly C[], fits: (script: string) => boolean = () => true) => {
    const put = new Set<WorkspaceCall>();
    return commands.flatMap((command): C[] => {
      const name = isOfMember(command) ? nameIn(unit, command) : null;
      const call = name === null ? undefined : whole.find(({ script }) => script === name && fits(script));
      if (call === undefined) return [command];
      if (put.has(call)) return [];
      put.add(call);
      return [{ ...command, ...call.command }];
    });
  };
  const commands = {
    lint: inPlace<LintCommand>(lint, isTelling),
    test: inPlace(test, isTested),
    build: inPlace(build),
  };
  return { ...unit, commands: { ...unit.commands, ...commands } };
}

interface WorkspaceCall {
  /** The script of the members. */
  readonly script: string;
  readonly command: Command;
}

function ofAllMembers(unit: UnitDraft, root: Manifest, call: PipelineCall): WorkspaceCall[] {
  const { run, directory, because } = call;
  const own = scriptOfAll(call);
  if (own !== null) return [{ script: own, command: { run, directory, because } }];
  const name = scriptStarted(unit, run);
  const text = name === null ? null : scriptBody(root, name);
  if (name === null || text === null) return [];
  const found = shellCommands({ lines: [{ text, number: 1 }], directory });
  const [only] = found;
  const script = found.length === 1 && only?.run === text.trim() ? scriptOfAll(only) : null;
  const reasons = [...because, root.evidence(['scripts', name])];
  return script === null ? [] : [{ script, command: { run, directory, because: reasons } }];
}

/** The script of a command, whatever it is told so that it ends: where pipelines run it, it does. */
function nameIn({ manager }: UnitDraft, { run }: Command): string | null {
  const [, program, name = null] = /^(npm|pnpm|yarn|bun)(?: run)? ([\w:./-]{1,100})(?= |$)/.exec(run) ?? [];
  return program === programOf(manager) ? name : null;
}
