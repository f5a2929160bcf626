import { jsonDocument } from '../../domain/json-text.ts';
import type { ComplianceReport } from '../../domain/report.ts';

/** The report as one JSON document: `validate --format json` of contracts.md, section 2. */
export function reportJson({ verdict, findings, waived, digests, engines }: ComplianceReport): string {
  return jsonDocument({ verdict, findings, waived, digests, engines });
}
