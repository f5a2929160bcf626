import type { LintCommand, ProfileWarning } from '../../../domain/profile.ts';
import { startedBy } from '../../called/started.ts';
import { eventsOf } from '../../ci/events.ts';
import { jobOf, jobsOf } from '../../ci/jobs.ts';
import { boundedWorkflows, type CiStep, stepsIn, withActions } from '../../ci/steps.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { readYamlManifest } from '../../formats/yaml.ts';
import { oncePerSnapshot } from '../../once.ts';
import { stepCommands } from '../../shell/step-commands.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import { pipelineCalls } from '../calls.ts';
import { toolOf, toolsOf } from './tool-names.ts';
import { withoutHeld } from './without-held.ts';

/** A formatter that a workflow runs over the code, to commit what it changes. */
interface Committed {
  readonly tool: string;
  readonly directory: string;
  readonly job: string;
  readonly file: string;
  readonly line: number;
}

/**
 * The units without the checks of a format that a workflow of the repository gives the code by itself, as a commit of its own: people need not
 * format, so that such a check would be red for what is mended a minute later. One that a pipeline checks as well, or a hook that it runs, stays.
 */
export function withoutCommitted(snapshot: Snapshot, drafts: readonly UnitDraft[]): Found<readonly UnitDraft[]> {
  const committed = committedFormats(snapshot);
  if (committed.length === 0) return { value: drafts, warnings: [] };
  const jobs = new Set(committed.map(({ job }) => job));
  const checked = toolsOf(
    snapshot,
    pipelineCalls(snapshot).filter((call) => call.jobs.length === 0 || call.jobs.some((job) => !jobs.has(job))),
  );
  return withoutHeld(drafts, ({ directory }, command) => {
    if (command.check !== 'format') return undefined;
    const tools = toolsRun(snapshot, command);
    const call = committed.find(
      ({ tool, directory: at }) => at === directory && tools.includes(tool) && !checked.has(tool),
    );
    return call && warningOf(call);
  });
}

function warningOf({ tool, file, line }: Committed): ProfileWarning {
  const message = `this workflow formats by ${tool} and commits that, so no job checks it; a call in a workflow that only looks has it checked.`;
  return { file, line, message };
}

/** The tools that a command comes to run, by itself or by scripts and tasks. */
function toolsRun(snapshot: Snapshot, command: Pick<LintCommand, 'run' | 'directory'>): string[] {
  return [command, ...startedBy(snapshot, command)].map(({ run }) => toolOf(run));
}

const PUSHES = /\bgit\s(?:-\S{1,60}\s){0,4}push\b/;

/** Actions that commit what has changed. */
const COMMITS =
  /^(?:stefanzweifel\/git-auto-commit-action|peter-evans\/create-pull-request|EndBug\/add-and-commit|ad-m\/github-push-action|autofix-ci\/action|pre-commit-ci\/lite-action)$/;

const committedFormats = oncePerSnapshot((snapshot: Snapshot): readonly Committed[] =>
  boundedWorkflows(snapshot)
    .filter((file) => MENTIONS.test(snapshot.text(file) ?? '') && isByItself(snapshot, file))
    .flatMap((file) => jobsOf(withActions(snapshot, stepsIn(snapshot, file))))
    .flatMap((steps) => steps.slice(0, lastCommit(steps)).flatMap((step) => formatsIn(snapshot, step))),
);

const MENTIONS = /\bpush\b|git-auto-commit|create-pull-request|add-and-commit|autofix-ci|lite-action/;

/** Nobody starts it by hand, and no release. */
function isByItself(snapshot: Snapshot, file: string): boolean {
  const { value: workflow } = readYamlManifest(snapshot, file);
  const isOfTags = workflow.at(['on', 'push', 'tags']) !== undefined;
  const events = eventsOf(workflow).filter((name) => name !== 'push' || !isOfTags);
  return events.some((name) => ['push', 'pull_request', 'pull_request_target', 'schedule'].includes(name));
}

/** How many steps stand before the last one that commits. */
function lastCommit(steps: readonly CiStep[]): number {
  return steps.findLastIndex(({ uses, run }) => COMMITS.test(uses ?? '') || PUSHES.test(run ?? '')) + 1;
}

function formatsIn(snapshot: Snapshot, step: CiStep): Committed[] {
  return stepCommands(step).flatMap((command) =>
    [command, ...startedBy(snapshot, command)].flatMap(({ run, directory }) => {
      const job = jobOf(step);
      return ONLY_LOOKS.test(run) || OF_ONE_FILE.test(run)
        ? []
        : [{ tool: toolOf(run), directory, job, file: step.file, line: command.line }];
    }),
  );
}

/** Options with which formatters change nothing. (black, ruff, isort, prettier, rustfmt, gofmt, terraform, mix, dotnet and clang-format, "Options") */
const ONLY_LOOKS =
  /\s(?:--?check(?:-only|-formatted)?|--diff|-c|-d|-l|--list-different|--verify-no-changes|--dry-run|-n|--test)(?=[\s=]|$)/;

/** A release writes the format of what it changes. */
const OF_ONE_FILE = /\s[\w./-]{0,200}\w\.(?:json|md|ya?ml|toml|js|ts|py|html|xml)(?=\s|$)/;
