import type { Evidence } from '../../../domain/evidence.ts';
import type { Command, LintCommand } from '../../../domain/profile.ts';
import { type AutomationLine, actionInput, firstCall } from '../../ci/automation.ts';
import { baseName, joinPath } from '../../paths.ts';
import { fromHere } from '../../shell-word.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { ShellCall } from './calls.ts';

/** What a repository says of its scripts. */
export interface ScriptsQuery {
  readonly snapshot: Snapshot;
  readonly calls: readonly ShellCall[];
  /** Of the workflows and of pre-commit. */
  readonly lines: readonly AutomationLine[];
}

/**
 * ShellCheck as the repository calls it, else over all scripts where its action, its hook or its settings are there. Who looks at what a
 * change adds alone has others that would fail. (koalaman/shellcheck, "How to use"; redhat-plumbers-in-action/differential-shellcheck)
 */
export function lintOf({ snapshot, calls, lines }: ScriptsQuery): LintCommand[] {
  const call = calls.find(({ program }) => baseName(program) === 'shellcheck');
  if (call) {
    const { directory, because } = call;
    return [
      { check: 'lint', run: ['shellcheck', ...call.words.map(fromHere)].join(' '), directory, because: [because] },
    ];
  }
  if (firstCall(snapshot, lines, /\bdifferential-shellcheck@/)) return [];
  const reason = actionReason(snapshot, lines);
  if (!reason) return [];
  const severity = actionInput(snapshot, lines, {
    action: ACTION,
    input: 'severity',
    value: /^["']?(error|warning|info|style)\b/,
  });
  const option = severity ? ` --severity=${severity.value}` : '';
  const run = `git ls-files -z -- '*.sh' '*.bash' | xargs -0 shellcheck${option}`;
  return [{ check: 'lint', run, directory: '.', because: [reason, ...(severity ? [severity.because] : [])] }];
}

const ACTION = /\bludeeus\/action-shellcheck@/;

function actionReason(snapshot: Snapshot, lines: readonly AutomationLine[]): Evidence | null {
  const found = firstCall(
    snapshot,
    lines,
    /\bludeeus\/action-shellcheck@|^\s{0,20}-?\s{0,4}id:\s{1,4}shellcheck(?:-py)?\s*$/,
  );
  return found?.because ?? (snapshot.has('.shellcheckrc') ? snapshot.evidence('.shellcheckrc', 1) : null);
}

const FOLDERS = ['test', 'tests', 'spec'];

/** Bats as the repository calls it, else over the usual folder of its tests. A Bats that is no file of the repository is the one that is installed. (bats-core, "Usage") */
export function testOf({ snapshot, calls }: ScriptsQuery): Command[] {
  const files = snapshot.paths.filter((path) => path.endsWith('.bats'));
  const [first] = files;
  if (first === undefined) return [];
  const call = calls.find(({ program }) => baseName(program) === 'bats');
  if (call) {
    const own = joinPath(call.directory, call.program) ?? '';
    const program = call.program.includes('/') && snapshot.has(own) ? call.program : 'bats';
    return [
      { run: [program, ...call.words.map(fromHere)].join(' '), directory: call.directory, because: [call.because] },
    ];
  }
  const folder = FOLDERS.find((name) =>
    files.some((path) => path.startsWith(`${name}/`) && !path.slice(name.length + 1).includes('/')),
  );
  const test = files.find((path) => path.startsWith(`${folder}/`));
  return folder === undefined || test === undefined
    ? []
    : [{ run: `bats ${folder}`, directory: '.', because: [snapshot.evidence(test, 1)] }];
}
