import type { ProfileWarning } from '../../domain/profile.ts';
import { AUTOMATION, type AutomationLine, readAutomation } from '../ci/automation.ts';
import type { Ecosystem, UnitDraft } from '../ecosystem.ts';
import { PRE_COMMIT } from '../harvest/checks/hooks.ts';
import { nearest } from '../nearest.ts';
import { below, isWithin, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { TOOL_FILES } from '../tool-versions.ts';
import { commandsOf } from './terraform/commands.ts';
import { type Missing, readModules, type TerraformModule, unitsOf } from './terraform/module.ts';
import { programOf, programVersion } from './terraform/program.ts';

/** Terraform and OpenTofu: one unit a folder that says what it runs with, or that no other one calls. */
export const terraform: Ecosystem = {
  name: 'terraform',
  reads: [
    '**/*.{tf,tofu}',
    '**/*.{tftest,tofutest}.hcl',
    '**/{.terraform-version,.opentofu-version}',
    '**/README.md',
    ...TOOL_FILES,
    PRE_COMMIT,
    ...AUTOMATION,
  ],
  detect: (snapshot) => {
    const units = unitsOf(readModules(snapshot));
    const automation = readAutomation(snapshot);
    const warnings = units.flatMap(({ missing }) => (missing ? [missingWarning(missing)] : []));
    return { units: units.map((module) => draft(snapshot, { module, units, automation })), warnings };
  },
};

function missingWarning({ folder, file, line }: Missing): ProfileWarning {
  return {
    file,
    line,
    message: `it calls the module ${folder}, which is not in the repository: all but its format is left out until something brings that.`,
  };
}

interface Place {
  readonly module: TerraformModule;
  readonly units: readonly TerraformModule[];
  readonly automation: readonly AutomationLine[];
}

function draft(snapshot: Snapshot, { module, units, automation }: Place): UnitDraft {
  const { directory, calls } = module;
  const path = joinPath(directory, '.terraform.lock.hcl') ?? '';
  const lockfile = snapshot.has(path) ? path : null;
  const program = programOf(snapshot, module, automation);
  const version = programVersion(snapshot, module, program);
  const isUnit = (folder: string) => units.some((unit) => unit.directory === folder);
  const outside = calls.filter((folder) => !isWithin(directory, folder) && !isUnit(folder)).map(below);
  const settings = [...(version?.because ?? []).map(({ file }) => file), nearest(snapshot, directory, ['.tflint.hcl'])];
  const above = settings.filter((file) => file !== null).filter((file) => !isWithin(directory, file));
  return {
    directory,
    ecosystem: 'terraform',
    manager: 'terraform',
    lockfile,
    version,
    versions: [],
    commands: commandsOf({ snapshot, module, program, lockfile }),
    alsoOwns: [...new Set([...outside, ...above])],
    dependsOn: [...new Set(calls)].filter((folder) => folder !== directory && isUnit(folder)),
    dependencies: [],
  };
}
