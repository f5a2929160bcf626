import { type AutomationLine, readAutomation } from '../../ci/automation.ts';
import { linesOf } from '../../lines.ts';
import { directoryOf, isWithin } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

/** What pipelines, task runners, scripts and the README say for the build in a folder: at or below it, and in the folders of workflows for the root. */
export function writtenFor(snapshot: Snapshot, directory: string): AutomationLine[] {
  const readme = linesOf(snapshot.text('README.md') ?? '').map((line) => ({ ...line, file: 'README.md' }));
  return [...readAutomation(snapshot), ...readme].filter(({ file }) =>
    file.startsWith('.') ? directory === '.' : isWithin(directory, directoryOf(file)),
  );
}
