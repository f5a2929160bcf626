import type { Finding } from '../../src/domain/finding.ts';
import { type ComplianceReport, ENGINE_NAMES } from '../../src/domain/report.ts';

/** A finding that is ordinary in everything that is not given. */
export function finding(given: Partial<Finding> = {}): Finding {
  return {
    rule: 'unpinned-uses',
    level: 'error',
    message: 'The action a/b is not pinned to a commit.',
    file: '.github/workflows/x.yml',
    path: ['jobs', 'a', 'steps', 0, 'uses'],
    range: { start: { line: 2, column: 9 }, end: { line: 2, column: 15 } },
    aliases: ['zizmor/unpinned-uses'],
    help: 'Pin it.',
    ...given,
  };
}

/** A report of these findings in which every engine ran. */
export function reportOf(findings: readonly Finding[], given: Partial<ComplianceReport> = {}): ComplianceReport {
  return {
    verdict: findings.length > 0 ? 'fail' : 'pass',
    findings,
    waived: [],
    digests: { input: 'sha256:1', policy: 'sha256:2' },
    engines: ENGINE_NAMES.map((name) => ({ name, status: 'ran', milliseconds: 1 })),
    ...given,
  };
}

/** A report in which the policy engine failed, for a reason with everything that a terminal or a log may obey. */
export function failedReport(findings: readonly Finding[] = []): ComplianceReport {
  const reason = 'it trapped\n::error::100%\u001b[31m.';
  return reportOf(findings, {
    verdict: 'error',
    engines: [{ name: 'policy', status: 'failed', reason, milliseconds: 1 }],
  });
}
