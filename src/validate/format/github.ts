import { annotationOf, workflowCommand } from '../../domain/annotation.ts';
import type { ComplianceReport } from '../../domain/report.ts';

/** The findings as workflow commands: GitHub shows each at its place in the diff. */
export function reportCommands({ findings, engines }: ComplianceReport): string {
  const failed = engines
    .filter(({ status }) => status === 'failed')
    .map(({ name, reason = '' }) => ({
      level: 'error' as const,
      title: `The ${name} engine failed`,
      message: reason,
      place: null,
    }));
  return [...findings.map(annotationOf), ...failed].map((one) => `${workflowCommand(one)}\n`).join('');
}
