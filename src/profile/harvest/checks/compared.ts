import type { LintCommand } from '../../../domain/profile.ts';
import { jobsOf } from '../../ci/jobs.ts';
import type { PipelineStep } from '../../ci/step.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { oncePerSnapshot } from '../../once.ts';
import { readSteps } from '../../pipelines/steps.ts';
import type { Snapshot } from '../../snapshot.ts';
import { directivePrograms } from '../before/go-directives.ts';
import { type PipelineCall, stepCalls } from '../calls.ts';
import { linesStarted } from './called-task.ts';

/** A program of a language that writes what is kept in the repository. */
interface Writer {
  readonly accepts: RegExp;
  /** The files that it writes, as git is told them; empty where only it knows. */
  readonly files: readonly string[];
  /** Whether all that it starts is there when the unit's own set-up is done. */
  readonly isThere?: (snapshot: Snapshot, directory: string) => boolean;
}

/** Programs that check by writing. (go.dev/ref/mod, "go mod tidy"; cmd/go, "Generate Go files by processing source") */
const WRITERS: Partial<Record<UnitDraft['ecosystem'], readonly Writer[]>> = {
  go: [
    { accepts: /^go mod tidy(?: (?:-v|-(?:go|compat)=[\d.]{1,12})){0,3}$/, files: ['go.mod', 'go.sum'] },
    {
      accepts: /^go generate \.\/\.\.\.$/,
      files: [],
      isThere: (snapshot, directory) => directivePrograms(snapshot, directory).every((program) => program === 'go'),
    },
  ],
};

/**
 * What the repository's own pipelines let a program write, to fail where that changes a file: `go mod tidy`, then `git diff --exit-code` in
 * the same job. Run as it is there, by its task where it is called by one, and compared at once.
 */
export function comparedChecks(snapshot: Snapshot, draft: UnitDraft): LintCommand[] {
  if (WRITERS[draft.ecosystem] === undefined) return [];
  return comparingJobs(snapshot).flatMap((job) =>
    job.flatMap((step, index) =>
      stepCalls(snapshot, step)
        .filter(({ directory }) => directory === draft.directory)
        .flatMap((call) => checkOf(snapshot, draft, { call, steps: job.slice(index) })),
    ),
  );
}

/** The jobs with what every change starts that may write and compare; none that makes a pull request or a commit of it. */
const comparingJobs = oncePerSnapshot((snapshot: Snapshot) =>
  jobsOf(readSteps(snapshot, WRITES).filter(({ isUsual }) => isUsual)).filter(
    (job) => job.some(({ script }) => script.some(({ text }) => GIT.test(text))) && !job.some(isDelivery),
  ),
);

/** An action that takes a change for something to deliver. */
function isDelivery({ uses }: PipelineStep): boolean {
  return /(?:create-pull-request|auto-commit|add-and-commit|push-action|commit-action)/i.test(uses ?? '');
}

interface Written {
  readonly call: PipelineCall;
  /** The step of the call, and those behind it. */
  readonly steps: readonly PipelineStep[];
}

function checkOf(snapshot: Snapshot, { directory, ecosystem }: UnitDraft, { call, steps }: Written): LintCommand[] {
  const writer = WRITERS[ecosystem]?.find(({ accepts }) =>
    linesStarted(snapshot, call).every((line) => accepts.test(line)),
  );
  const found = writer ? comparisonAfter(steps, call.line) : null;
  if (!writer || found === null || !covers(found.paths, writer.files)) return [];
  if (writer.isThere?.(snapshot, directory) === false) return [];
  const because = [...call.because, snapshot.evidence(found.file, found.line)];
  return [{ check: 'lint', run: `${call.run} && ${comparing(writer.files)}`, directory, because }];
}

/** Whether a check is what a command writes, compared. */
export function isComparedOf(check: Pick<LintCommand, 'run'>, run: string): boolean {
  return check.run.startsWith(`${run} && ${COMPARISON}`);
}

const COMPARISON = 'git diff --exit-code';

function comparing(files: readonly string[]): string {
  return [COMPARISON, ...(files.length > 0 ? ['--', ...files] : [])].join(' ');
}

/** Where a pipeline looks whether a file has changed. */
interface Comparison {
  readonly file: string;
  readonly line: number;
  /** What it looks at; none where that is everything. */
  readonly paths: readonly string[];
}

/** The first comparison of these steps behind that line of the first; null where they keep what was written, or do not fail by it. */
function comparisonAfter([first, ...others]: readonly PipelineStep[], line: number): Comparison | null {
  const rest = first?.script.filter(({ number }) => number >= line) ?? [];
  const steps = first ? [{ ...first, script: rest }, ...others] : [];
  for (const { file, script } of steps) {
    if (script.some(({ text }) => KEEPS.test(text))) return null;
    const found = script.find(({ text }) => compares(text, script));
    const paths = found ? pathsOf(found.text) : null;
    if (found) return paths === null ? null : { file, line: found.number, paths };
  }
  return null;
}

/** Whether a line fails where a file has changed: by itself, or with an exit that stands behind it. */
function compares(text: string, script: PipelineStep['script']): boolean {
  if (!GIT.test(text)) return false;
  const isForgiven = /\|\|(?!.*(?:\bexit [1-9]|\bfalse\b|\|\| git diff))|[^|]\|[^|]/.test(text);
  const isAlone = DIFFERS.test(text) || /^[^#]{0,60}\btest -z "?\$\(git status\b/.test(text);
  const isAsked = /^\s*(?:if |\[)|\$\(git status\b|=\$\(git /.test(text) || DIFFERS.test(text);
  const hasExit = script.some((line) => /\bexit [1-9]|^\s*false\b/.test(line.text));
  if (isAlone && !/^\s*if /.test(text)) return !isForgiven;
  return isAsked && hasExit && !/\|\|/.test(text);
}

/** What a comparison looks at, by words alone; null where patterns say it. */
function pathsOf(text: string): string[] | null {
  const [, typed = ''] = /\bgit (?:diff(?:-index|-files)?|status)\b([^|;&)]{0,500})/.exec(text) ?? [];
  const words = typed.split(/\s+/).map((word) => word.replace(/^["']|["'`\]]+$/g, ''));
  const paths = words.filter((word) => word !== '' && !word.startsWith('-') && word !== 'HEAD' && !/^[\]>]/.test(word));
  return paths.every((path) => /^[\w./-]+$/.test(path)) ? paths : null;
}

function covers(paths: readonly string[], files: readonly string[]): boolean {
  const isAll = paths.length === 0 || paths.includes('.') || paths.includes('./');
  return isAll || (files.length > 0 && files.every((file) => paths.includes(file) || paths.includes(`./${file}`)));
}

const GIT = /^[^#]{0,300}\bgit (?:diff|status)\b/;

/** git-diff, `--exit-code`, `--quiet`; git-diff-index without them is meant so. */
const DIFFERS = /^[^#]{0,300}\bgit diff(?:-index|-files)?\b[^#]{0,200}(?:--exit-code|--quiet|\bHEAD -- \|\|)/;

/** What takes a change for something to deliver and not for a fault. */
const KEEPS = /\bgit (?:commit|push|stash|add)\b|\bGITHUB_(?:OUTPUT|ENV)\b/;

/** Words of what writes, and of what may come to that. */
const WRITES = /\bgo (?:mod tidy|generate)\b|\bgit (?:diff|status)\b/;
