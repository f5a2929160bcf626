import type { Finding } from '../domain/finding.ts';
import type { EngineOutcome } from '../domain/judge.ts';
import { type ComplianceReport, ENGINE_NAMES, type EngineRun, type Verdict } from '../domain/report.ts';
import { byCodeUnit } from '../domain/text.ts';

export interface ReportInput {
  readonly outcomes: readonly EngineOutcome[];
  /** Findings of other stages about the same files. */
  readonly findings: readonly Finding[];
  readonly digests: ComplianceReport['digests'];
}

/** Outcomes merged into one report, sorted, with the verdict. An engine that said nothing at all has failed. */
export function makeReport({ outcomes, findings, digests }: ReportInput): ComplianceReport {
  const engines = ENGINE_NAMES.map((name) =>
    engineRun(
      name,
      outcomes.filter((outcome) => outcome.name === name),
    ),
  );
  const all = [...findings, ...outcomes.flatMap((outcome) => outcome.findings)].sort(byPlace);
  return { verdict: verdictOf(all, engines), findings: all, waived: [], digests, engines };
}

/** One row an engine, over all batches and policies that it ran for. Of several reasons the same one is given in every run. */
function engineRun(name: EngineRun['name'], parts: readonly EngineOutcome[]): EngineRun {
  const milliseconds = Math.round(parts.reduce((sum, part) => sum + part.milliseconds, 0));
  if (parts.length === 0) return { name, status: 'failed', reason: 'it was not run.', milliseconds };
  const [reason] = parts.flatMap((part) => (part.status === 'failed' ? [part.reason] : [])).sort(byCodeUnit);
  return reason === undefined
    ? { name, status: 'ran', milliseconds }
    : { name, status: 'failed', reason, milliseconds };
}

/** The one place where findings become a verdict: an engine that could not judge is never a pass. */
function verdictOf(findings: readonly Finding[], engines: readonly EngineRun[]): Verdict {
  if (engines.some(({ status }) => status === 'failed')) return 'error';
  return findings.some(({ level }) => level === 'error') ? 'fail' : 'pass';
}

/** Total: two findings that are not the same never stand in the order in which threads happened to end. */
function byPlace(a: Finding, b: Finding): number {
  const [from, to] = [a.range, b.range];
  return (
    byCodeUnit(a.file, b.file) ||
    from.start.line - to.start.line ||
    from.start.column - to.start.column ||
    byCodeUnit(a.rule, b.rule) ||
    byCodeUnit(a.message, b.message) ||
    from.end.line - to.end.line ||
    from.end.column - to.end.column ||
    byCodeUnit(JSON.stringify(a), JSON.stringify(b))
  );
}
