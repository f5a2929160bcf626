import { annotationsOf } from '../../deliver/github/annotations.ts';
import { workflowCommand } from '../../domain/annotation.ts';
import type { ComplianceReport } from '../../domain/report.ts';
import { failedEngines } from '../../validate/format/github.ts';

/** The lines that make the runner show findings at their places, and the engines that failed. */
export function annotationLines(report: ComplianceReport): string[] {
  return [...failedEngines(report), ...annotationsOf(report.findings).shown].map(workflowCommand);
}
