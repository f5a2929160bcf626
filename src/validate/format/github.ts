import { type Annotation, annotationOf, workflowCommand } from '../../domain/annotation.ts';
import type { ComplianceReport } from '../../domain/report.ts';

/** The findings as workflow commands: GitHub shows each at its place in the diff. */
export function reportCommands(report: ComplianceReport): string {
  return [...report.findings.map(annotationOf), ...failedEngines(report)]
    .map((one) => `${workflowCommand(one)}\n`)
    .join('');
}

/** What could not be judged has no place in a file. */
export function failedEngines({ engines }: ComplianceReport): Annotation[] {
  return engines
    .filter(({ status }) => status === 'failed')
    .map(({ name, reason = '' }) => ({
      level: 'error' as const,
      title: `The ${name} engine failed`,
      message: reason,
      place: null,
    }));
}
