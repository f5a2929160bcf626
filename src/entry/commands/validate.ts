import rules from '../../../policies/rules.json' with { type: 'json' };
import { collectFiles } from '../../clients/collect.ts';
import { deadlineAfterStart } from '../../clients/deadline.ts';
import { ActionError } from '../../domain/errors.ts';
import type { Subject } from '../../domain/judge.ts';
import { paintWith, printableLine } from '../../domain/paint.ts';
import { decodeText } from '../../domain/plain-text.ts';
import type { ComplianceReport, Verdict } from '../../domain/report.ts';
import type { Rule } from '../../domain/rule.ts';
import type { CommandLine } from '../../inputs/command-line.ts';
import { readEnvironment } from '../../inputs/environment.ts';
import { reportCommands } from '../../validate/format/github.ts';
import { reportJson } from '../../validate/format/json.ts';
import { reportSarif } from '../../validate/format/sarif.ts';
import { reportText } from '../../validate/format/text.ts';
import { validate } from '../../validate/validate.ts';
import { type Home, judgeOf } from '../home.ts';

type ValidateInputs = Extract<CommandLine, { command: 'validate' }>;

const DEFAULT_PATHS = ['.github/workflows'];
const EXIT_CODES: Readonly<Record<Verdict, number>> = { pass: 0, fail: 1, error: 3 };

/** Judges files that people wrote or we did, and prints the report. Gives the exit code. */
export async function validateCommand(
  { paths, format, policies, config, timeoutSeconds }: ValidateInputs,
  home: Home,
): Promise<number> {
  if (config !== null)
    throw new ActionError('NOT_AVAILABLE_YET', '--config: this version has no setting that changes a verdict.');
  await using judge = judgeOf(home, policies === null ? [] : [policies]);
  const { subjects, leftOut } = collectFiles(paths.length > 0 ? paths : DEFAULT_PATHS);
  for (const sentence of leftOut) process.stderr.write(`${printableLine(sentence)}\n`);
  const report = await validate({ subjects, judge, deadline: deadlineAfterStart(timeoutSeconds * 1000) });
  // Its threads end while the page is made.
  void judge[Symbol.asyncDispose]();
  process.stdout.write(render(report, format, subjects));
  return EXIT_CODES[report.verdict];
}

function render(report: ComplianceReport, format: ValidateInputs['format'], subjects: readonly Subject[]): string {
  switch (format) {
    case 'text':
      return reportText(report, sourcesOf(subjects), paintWith(readEnvironment(process.stdout.isTTY === true).color));
    case 'json':
      return reportJson(report);
    case 'sarif':
      return reportSarif(report, rules as readonly Rule[]);
    case 'github':
      return reportCommands(report);
  }
}

function sourcesOf(subjects: readonly Subject[]): ReadonlyMap<string, string> {
  const texts = subjects.flatMap((subject) => {
    const decoded = subject.kind === 'file' ? decodeText(subject.bytes) : null;
    return decoded?.kind === 'text' ? [[subject.file, decoded.text] as const] : [];
  });
  return new Map(texts);
}
