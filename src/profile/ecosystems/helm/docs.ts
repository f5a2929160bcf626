import type { LintCommand } from '../../../domain/profile.ts';
import type { CiStep } from '../../ci/steps.ts';
import { joinPath } from '../../paths.ts';
import { shellWord } from '../../shell-word.ts';
import type { Snapshot } from '../../snapshot.ts';

/** Globs of the scripts by which people start helm-docs. */
export const DOCS_SCRIPTS = '**/*helm-docs*.sh';

/**
 * Whether the charts' pages are up to date, where a workflow makes them with a script of the repository that brings its own helm-docs, and
 * looks at the difference.
 */
export function docsCheck(snapshot: Snapshot, steps: readonly CiStep[]): LintCommand[] {
  for (const { run, file, line } of steps) {
    const [, written = ''] = /(?:^|\s)((?:\.\/)?[\w./-]{0,200}helm-docs[\w-]{0,60}\.sh)\s*$/m.exec(run ?? '') ?? [];
    const script = joinPath('.', written) ?? '';
    if (!/\bgit (?:diff|status)\b/.test(run ?? '') || snapshot.modeOf(script) !== 'executable') continue;
    if (!/\bdocker run\b/.test(snapshot.text(script) ?? '')) continue;
    const because = [snapshot.evidence(file, line), snapshot.evidence(script, 1)];
    return [{ check: 'lint', run: `./${shellWord(script)} && git diff --exit-code`, directory: '.', because }];
  }
  return [];
}
