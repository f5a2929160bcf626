import type { Evidence } from '../../../domain/evidence.ts';
import { firstOfEach } from '../../../domain/grouped.ts';
import type { LintCommand, ToolVersion } from '../../../domain/profile.ts';
import { MOST } from '../../ci/limits.ts';
import { failsNever } from '../../ci/never.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { readYamlManifest } from '../../formats/yaml.ts';
import { oncePerFile, oncePerSnapshot } from '../../once.ts';
import { readSteps } from '../../pipelines/steps.ts';
import type { Snapshot } from '../../snapshot.ts';
import { pipelineCalls } from '../calls.ts';
import { setUpVersions } from '../set-ups.ts';

export const PRE_COMMIT = '.pre-commit-config.yaml';

interface Hook {
  readonly check: string;
  /** Words of commands that do the same. */
  readonly same: RegExp;
  /** A program that the hook calls and nothing else brings: it counts where pipelines say which release of it. */
  readonly program: string | null;
}

/** Hooks that check one folder of Terraform. (pre-commit-terraform, "Hooks") */
const HOOKS: Readonly<Record<string, Hook>> = {
  terraform_fmt: { check: 'format', same: /\b(?:terraform|tofu) fmt\b/, program: null },
  terraform_validate: { check: 'lint', same: /\b(?:terraform|tofu) validate\b/, program: null },
  terraform_tflint: { check: 'lint', same: /\btflint\b/, program: null },
  terraform_docs: { check: 'lint', same: /\bterraform-docs\b/, program: 'terraform-docs' },
};

export interface HookChecks {
  readonly lint: readonly LintCommand[];
  /** What they need beside what the unit has. */
  readonly versions: readonly ToolVersion[];
}

/** The hooks for a unit of Terraform, where pipelines run pre-commit, that nothing else does for it: over the files of its folder. */
export function hookChecks(snapshot: Snapshot, { directory, ecosystem, commands }: UnitDraft): HookChecks {
  const isPlain = /^[\w./-]+$/.test(directory);
  const runner = ecosystem === 'terraform' && isPlain ? runsPreCommit(snapshot) : null;
  const found = runner === null ? [] : declaredHooks(snapshot);
  const files = directory === '.' ? '--all-files' : `--files ${directory}/*`;
  const checks = found.flatMap(({ id, because }) => {
    const hook = Object.hasOwn(HOOKS, id) ? HOOKS[id] : undefined;
    if (!hook || !runner || commands.lint.some(({ run }) => hook.same.test(run))) return [];
    const version = hook.program === null ? null : programVersion(snapshot, hook.program);
    if (hook.program !== null && version === null) return [];
    const run = `pre-commit run ${id} ${files}`;
    return [{ version, command: { check: hook.check, run, directory: '.', because: [because, runner] } }];
  });
  return { lint: checks.map(({ command }) => command), versions: checks.flatMap(({ version }) => version ?? []) };
}

const programVersion = oncePerFile(
  (snapshot, tool) =>
    setUpVersions({ snapshot, directory: '.', tool, runs: /(?:^|\s)(?:pre-commit|prek) run\b/ })[0] ?? null,
);

/** The line by which pipelines run all hooks of pre-commit over all files, as a command or by an action; null where none does, or only with some left out. (pre-commit.com, "Temporarily disabling hooks") */
export const runsAllHooks = oncePerSnapshot((snapshot: Snapshot): Evidence | null => {
  const call = pipelineCalls(snapshot).find(
    ({ run, directory, environment }) => directory === '.' && ALL_HOOKS.test(run) && !environment.has('SKIP'),
  );
  return call?.because[0] ?? null;
});

const ALL_HOOKS = /(?:^|\s)(?:pre-commit|prek) run(?: --?\S{1,60})* (?:--all(?:-files)?|-a)(?: --?\S{1,60})*$/;

/** The line by which pipelines run the hooks of pre-commit, as a command or by an action; null where none does. */
export const runsPreCommit = oncePerSnapshot((snapshot: Snapshot): Evidence | null => {
  const call = pipelineCalls(snapshot).find(({ run }) => /(?:^|\s)(?:pre-commit|prek) run\b/.test(run));
  const step = readSteps(snapshot, /pre-commit|prek/).find(
    ({ uses, isUsual }) => isUsual && /(?:^|[/-])(?:pre-commit|prek)(?:[/-]|$)/.test(uses ?? ''),
  );
  return call?.because[0] ?? (step ? snapshot.evidence(step.file, step.line) : null);
});

interface DeclaredHook {
  readonly id: string;
  /** Whether it is run with all others, over all of its files, and fails where it finds something. */
  readonly isWhole: boolean;
  readonly because: Evidence;
}

/** Each once, where it first stands. What a person must start by hand is none. */
export const declaredHooks = oncePerSnapshot((snapshot: Snapshot): readonly DeclaredHook[] => {
  if (snapshot.text(PRE_COMMIT) === null) return [];
  const { value } = readYamlManifest(snapshot, PRE_COMMIT);
  const found = value
    .items(['repos'])
    .flatMap((repository) => value.items([...repository, 'hooks']))
    .filter((hook) => !value.texts([...hook, 'stages']).includes('manual'))
    .flatMap((hook) => {
      const id = value.text([...hook, 'id']);
      const isPart = NARROWS.some((key) => value.at([...hook, key]) !== undefined);
      const isWhole = !isPart && !failsNever(` ${value.texts([...hook, 'args']).join(' ')} `);
      return id === null ? [] : [{ id, isWhole, path: [...hook, 'id'] }];
    });
  const kept = firstOfEach(found, ({ id }) => id).slice(0, MOST.hooks);
  return kept.map(({ id, isWhole, path }) => ({ id, isWhole, because: value.evidence(path) }));
});

/** Keys by which a hook is run over some files alone, or at another time. (pre-commit.com, "Creating new hooks") */
const NARROWS = ['files', 'exclude', 'stages'];
