import type { Evidence } from '../domain/evidence.ts';
import { type Line, linesOf } from './lines.ts';
import { baseName } from './paths.ts';
import type { Snapshot } from './snapshot.ts';

/** Globs of the files by which other systems, and people, start things in a repository. */
export const PIPELINES = [
  '.github/workflows/*.{yml,yaml}',
  '{.gitlab-ci,.travis,.drone,azure-pipelines,bitbucket-pipelines,appveyor,cloudbuild,buildspec}.{yml,yaml}',
  '.circleci/config.yml',
  'Jenkinsfile',
  'Makefile',
];

const OTHERS =
  /^(?:\.?(?:gitlab-ci|travis|drone|azure-pipelines|bitbucket-pipelines|appveyor|cloudbuild|buildspec)\.ya?ml|\.circleci\/config\.yml|Jenkinsfile|Makefile)$/;

/** The pipelines that are there, GitHub's first. Our own say nothing: what they start was chosen by us. */
export function pipelinesOf(snapshot: Snapshot): string[] {
  const workflows = snapshot.paths.filter((path) => /^\.github\/workflows\/(?!generated)[^/]+\.ya?ml$/.test(path));
  return [...workflows, ...snapshot.paths.filter((path) => OTHERS.test(path))];
}

/** Globs of all files that readAutomation reads: pipelines, task runners, and the scripts that both call. */
export const AUTOMATION = [
  ...PIPELINES,
  '**/{Makefile,makefile,GNUmakefile,justfile,Justfile,.justfile,Taskfile.yml,Taskfile.yaml}',
  '**/*.mk',
  '{,*/}{bin,script,scripts,hack,ci}/*.sh',
];

const TASKS = /^(?:makefile|gnumakefile|\.?justfile|taskfile\.ya?ml|.*\.mk)$/i;
const SCRIPTS = /^(?:[^/]+\/)?(?:bin|script|scripts|hack|ci)\/[\w.-]+\.sh$/;

/** A line by which the repository starts something. */
export interface AutomationLine extends Line {
  readonly file: string;
}

/** Everything that the repository's own pipelines, task runners and scripts say, line by line, pipelines first. Comments are left out. */
export function readAutomation(snapshot: Snapshot): readonly AutomationLine[] {
  const others = snapshot.paths.filter((path) => TASKS.test(baseName(path)) || SCRIPTS.test(path));
  return [...new Set([...pipelinesOf(snapshot), ...others])].flatMap((file) =>
    linesOf(snapshot.text(file) ?? '').flatMap((line) => (/^\s*(?:#|\/\/)/.test(line.text) ? [] : [{ ...line, file }])),
  );
}

/** The same lines, each with those that it goes on in: it ends with `\`. */
export function joinedLines(lines: readonly AutomationLine[]): AutomationLine[] {
  const found: AutomationLine[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last?.file === line.file && last.text.endsWith('\\') && last.text.length < 4_000)
      found[found.length - 1] = { ...last, text: last.text.slice(0, -1) + line.text };
    else found.push(line);
  }
  return found;
}

/** The first of these lines that matches, with the match and the line as evidence; null where none does. */
export function firstCall(
  snapshot: Snapshot,
  lines: readonly AutomationLine[],
  pattern: RegExp,
): { readonly match: RegExpExecArray; readonly because: Evidence } | null {
  for (const { text, file, number } of lines) {
    const match = pattern.exec(text);
    if (match) return { match, because: snapshot.evidence(file, number) };
  }
  return null;
}
