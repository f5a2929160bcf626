import type { Evidence } from '../../../domain/evidence.ts';
import type { LintCommand, ProfileWarning } from '../../../domain/profile.ts';
import { readAutomation } from '../../ci/automation.ts';
import type { DeclaredCheck } from '../../declared.ts';
import { linesOf } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import { PRE_COMMIT } from './hooks.ts';

/** What runs something before a commit. (pre-commit.com; lefthook.dev, "Config file name"; typicode.github.io/husky) */
export const HOOK_FILES: readonly string[] = [
  PRE_COMMIT,
  'lefthook.yml',
  '.lefthook.yml',
  '.husky/pre-commit',
  '.githooks/pre-commit',
];

export interface ToolQuery {
  readonly snapshot: Snapshot;
  /** A call of it, or its name as a hook has it. */
  readonly called: RegExp;
  /** Further files, by their whole paths, in which the language starts things. */
  readonly files?: readonly string[];
}

/**
 * The line by which the repository itself starts a tool, in whatever way: pipelines, tasks, scripts or hooks. A linter that is declared as a
 * dependency, and that neither a file of its own configures nor any such line calls, is no check: nobody knows whether the code has ever
 * passed it.
 */
export function toolCall({ snapshot, called, files = [] }: ToolQuery): Evidence | null {
  const isCall = (text: string) => called.test(text) && !BRINGS.test(text) && !/^\s*#/.test(text);
  const line = readAutomation(snapshot).find(({ text }) => isCall(text));
  if (line) return snapshot.evidence(line.file, line.number);
  for (const file of [...HOOK_FILES, ...files]) {
    const found = linesOf(snapshot.text(file) ?? '').find(({ text }) => isCall(text));
    if (found) return snapshot.evidence(file, found.number);
  }
  return null;
}

/** What installs a tool does not run it, and what a step is called for people says nothing. */
const BRINGS = /\b(?:install|add|composer require)\b|^\s{0,40}(?:- )?(?:name|displayName):/;

/** What is said of a tool that is declared and no check for that. */
export function unused(tool: string, { file, line }: Evidence): ProfileWarning {
  const message = `${tool} is declared, and nothing configures or calls it, so no job runs it: a call in a Makefile, a hook or a workflow has it run, and so has a request for it.`;
  return { file, line, message };
}

/** Its check for whoever asks for it, and what is said: the evidence is its declaration. */
export function onlyDeclared(tool: string, command: LintCommand): Found<readonly DeclaredCheck[]> {
  return {
    value: [{ ...command, isOnlyDeclared: true }],
    warnings: command.because.slice(0, 1).map((declaration) => unused(tool, declaration)),
  };
}

/** Such a file beside a manifest, or one of the root. */
export function besides(directory: string, ...names: readonly string[]): string[] {
  const folders = [...new Set([directory, '.'])];
  return folders.flatMap((folder) => names.flatMap((name) => joinPath(folder, name) ?? []));
}
