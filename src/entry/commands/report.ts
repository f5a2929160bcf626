import rules from '../../../policies/rules.json' with { type: 'json' };
import type { Subject } from '../../domain/judge.ts';
import { paintWith } from '../../domain/paint.ts';
import { decodeText } from '../../domain/plain-text.ts';
import type { ComplianceReport } from '../../domain/report.ts';
import type { Rule } from '../../domain/rule.ts';
import type { CommandLine } from '../../inputs/command-line.ts';
import { readEnvironment } from '../../inputs/environment.ts';
import { reportCommands } from '../../validate/format/github.ts';
import { reportJson } from '../../validate/format/json.ts';
import { reportSarif } from '../../validate/format/sarif.ts';
import { reportText } from '../../validate/format/text.ts';
import { type ValidateOptions, validate } from '../../validate/validate.ts';
import { judgeConfigurations } from './configuration.ts';

/** Every engine over every file, and the configurations of ours among them by their own shape. */
export async function validateFiles(options: ValidateOptions): Promise<ComplianceReport> {
  const { subjects, findings } = await judgeConfigurations(options.subjects);
  return await validate({ ...options, subjects: [...options.subjects, ...subjects], findings });
}

type Format = Extract<CommandLine, { command: 'validate' }>['format'];

/** The report in the words of its reader. */
export function renderReport(report: ComplianceReport, format: Format, subjects: readonly Subject[]): string {
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
