import { collectFiles, usualPaths } from '../../clients/collect.ts';
import { deadlineAfterStart } from '../../clients/deadline.ts';
import { ActionError } from '../../domain/errors.ts';
import { printableLine } from '../../domain/paint.ts';
import type { CommandLine } from '../../inputs/command-line.ts';
import { EXIT_OF } from '../exit.ts';
import { type Home, judgeOf } from '../home.ts';

type ValidateInputs = Extract<CommandLine, { command: 'validate' }>;

/** Judges files that people wrote or we did, and prints the report. Gives the exit code. */
export async function validateCommand(
  { paths, format, policies, config, timeoutSeconds }: ValidateInputs,
  home: Home,
): Promise<number> {
  if (config !== null)
    throw new ActionError('NOT_AVAILABLE_YET', '--config: this version has no setting that changes a verdict.');
  await using judge = judgeOf(home, policies === null ? [] : [policies]);
  const { subjects, leftOut } = collectFiles(paths.length > 0 ? paths : usualPaths());
  for (const sentence of leftOut) process.stderr.write(`${printableLine(sentence)}\n`);
  // The judge's thread is at work while the rest of the program is loaded.
  const { renderReport, validateFiles } = await import('./report.ts');
  const report = await validateFiles({ subjects, judge, deadline: deadlineAfterStart(timeoutSeconds * 1000) });
  // Its threads end while the page is made.
  void judge[Symbol.asyncDispose]();
  process.stdout.write(renderReport(report, format, subjects));
  return EXIT_OF[report.verdict];
}
