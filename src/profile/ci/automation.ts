import type { Evidence } from '../../domain/evidence.ts';
import { oncePer } from '../../domain/once.ts';
import { joinedLines, type Line, linesOf } from '../lines.ts';
import { oncePerFile, oncePerSnapshot } from '../once.ts';
import { baseName, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { RUNNER_FILES } from '../tasks/files.ts';

/** A glob of the workflows of GitHub. */
export const WORKFLOWS = '.github/workflows/*.{yml,yaml}';

/** Globs of the files by which other systems, and people, start things in a repository. */
export const PIPELINES = [
  WORKFLOWS,
  '{.gitlab-ci,.travis,.drone,.woodpecker,azure-pipelines,bitbucket-pipelines,appveyor,cloudbuild,buildspec}.{yml,yaml}',
  '.circleci/config.yml',
  '.woodpecker/*.{yml,yaml}',
  'Jenkinsfile',
  'Makefile',
];

const OTHERS =
  /^(?:\.?(?:gitlab-ci|travis|drone|woodpecker|azure-pipelines|bitbucket-pipelines|appveyor|cloudbuild|buildspec)\.ya?ml|\.circleci\/config\.yml|\.woodpecker\/[^/]+\.ya?ml|Jenkinsfile|Makefile)$/;

/** The pipelines that are there, GitHub's first. Our own say nothing: what they start was chosen by us. */
export function pipelinesOf(snapshot: Snapshot): string[] {
  const others = ['.', '.circleci', '.woodpecker'].flatMap((folder) =>
    snapshot.namesIn(folder).flatMap((name) => joinPath(folder, name) ?? []),
  );
  return [...workflowsOf(snapshot), ...others.filter((path) => OTHERS.test(path))];
}

const WORKFLOW = /^\.github\/workflows\/(?!generated(?:-release)?\.ya?ml$)[^/]+\.ya?ml$/;

/** The repository's own workflows of GitHub. What agent-generate itself has written proves nothing. */
export function workflowsOf(snapshot: Snapshot): string[] {
  return snapshot.within('.github/workflows').filter((path) => WORKFLOW.test(path));
}

/** The same with those that could not be read. */
export function workflowsThere(snapshot: Snapshot): string[] {
  const folder = '.github/workflows';
  return snapshot
    .entriesIn(folder)
    .map((name) => `${folder}/${name}`)
    .filter((path) => WORKFLOW.test(path));
}

/** Globs of all files that readAutomation reads: pipelines, the actions that they call, task runners, and the scripts that all of them call. */
export const AUTOMATION = [
  ...PIPELINES,
  '.github/actions/*/action.{yml,yaml}',
  RUNNER_FILES,
  '**/*.mk',
  '{,*/}{bin,script,scripts,hack,ci}/*.sh',
];

const ACTIONS = /^\.github\/actions\/[\w.-]+\/action\.ya?ml$/;
const TASKS = /^(?:makefile|gnumakefile|\.?justfile|taskfile\.ya?ml|\.?mise\.toml|.*\.mk)$/i;
const SCRIPTS = /^(?:[^/]+\/)?(?:bin|script|scripts|hack|ci)\/[\w.-]+\.sh$/;

/** A line by which the repository starts something. */
export interface AutomationLine extends Line {
  readonly file: string;
}

/** Everything that the repository's own pipelines, actions, task runners and scripts say, line by line, pipelines first. Comments are left out. */
export const readAutomation = oncePerSnapshot((snapshot: Snapshot): readonly AutomationLine[] => {
  const actions = snapshot.within('.github/actions').filter((path) => ACTIONS.test(path));
  const others = snapshot.paths.filter((path) => TASKS.test(baseName(path)) || SCRIPTS.test(path));
  return [...new Set([...pipelinesOf(snapshot), ...actions, ...others])].flatMap((file) =>
    automationLines(snapshot, file),
  );
});

/** The lines of such a file. */
export const automationLines = oncePerFile((snapshot, file): readonly AutomationLine[] => {
  const lines = linesOf(snapshot.text(file) ?? '');
  return lines.flatMap((line) => (/^\s*(?:#|\/\/)/.test(line.text) ? [] : [{ ...line, file }]));
});

/** The same as readAutomation, each line with those of its file that it goes on in. */
export const readJoinedAutomation = oncePerSnapshot((snapshot: Snapshot) => joinedAutomation(readAutomation(snapshot)));

/** Such lines, each with those of its file that it goes on in. */
export function joinedAutomation(lines: readonly AutomationLine[]): AutomationLine[] {
  return joinedLines(lines, (one, next) => one.file === next.file);
}

/** The first of these lines that matches, with the match and the line as evidence; null where none does. */
export function firstCall(
  snapshot: Snapshot,
  lines: readonly AutomationLine[],
  pattern: RegExp,
): { readonly match: RegExpExecArray; readonly because: Evidence } | null {
  const known = firstLines(lines);
  const found = known.get(String(pattern)) ?? findFirst(lines, pattern);
  known.set(String(pattern), found);
  return found.line ? { match: found.match, because: snapshot.evidence(found.line.file, found.line.number) } : null;
}

type FirstLine = { readonly line: AutomationLine; readonly match: RegExpExecArray } | { readonly line: null };

/** Every unit asks for the same patterns. */
const firstLines = oncePer((_lines: readonly AutomationLine[]) => new Map<string, FirstLine>());

/** What a step is called for people says less than what it runs. */
const NAME = /^\s{0,40}(?:- )?(?:name|displayName):/;

function findFirst(lines: readonly AutomationLine[], pattern: RegExp): FirstLine {
  let named: FirstLine = { line: null };
  for (const line of lines) {
    const match = pattern.exec(line.text);
    if (match && !NAME.test(line.text)) return { line, match };
    if (match && named.line === null) named = { line, match };
  }
  return named;
}

/** What the first step with that action gives an input: one of the lines below its `uses`, up to the next step. `value` is tried on what stands behind the name. */
export function actionInput(
  snapshot: Snapshot,
  lines: readonly AutomationLine[],
  { action, input, value }: { readonly action: RegExp; readonly input: string; readonly value: RegExp },
): { readonly value: string; readonly because: Evidence } | null {
  const start = lines.findIndex(({ text }) => USES.test(text) && action.test(text));
  const below = start < 0 ? [] : lines.slice(start + 1, start + 10);
  const end = below.findIndex(({ text, file }) => /^\s{0,40}-\s/.test(text) || file !== lines[start]?.file);
  for (const { text, file, number } of end < 0 ? below : below.slice(0, end)) {
    const [, name, rest = ''] = /^\s{0,40}([\w-]{1,60}):\s{0,4}(.*)$/.exec(text) ?? [];
    const found = name === input ? value.exec(rest)?.[1] : undefined;
    if (found !== undefined) return { value: found, because: snapshot.evidence(file, number) };
  }
  return null;
}

const USES = /\buses:\s{0,4}/;
