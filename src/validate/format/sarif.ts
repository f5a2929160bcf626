import { createHash } from 'node:crypto';
import type { Log, ReportingDescriptor, Result, Run } from 'sarif';
import type { Finding, Level } from '../../domain/finding.ts';
import { jsonDocument } from '../../domain/json-text.ts';
import type { ComplianceReport } from '../../domain/report.ts';
import { inGeneral, type Rule } from '../../domain/rule.ts';
import { byCodeUnit } from '../../domain/text.ts';
import { VERSION } from '../../domain/version.ts';
import { OWN_RULES } from '../own-rules.ts';

/** What code scanning sorts by: high, medium and low. (GitHub: SARIF support for code scanning, `security-severity`) */
const SEVERITIES: Readonly<Record<Level, string>> = { error: '8.0', warning: '5.5', note: '2.0' };

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** The report as SARIF 2.1.0, for code scanning: rules with help, regions in UTF-16 columns, stable fingerprints. */
export function reportSarif(report: ComplianceReport, policies: readonly Rule[]): string {
  const catalogue = new Map<string, Rule>([...OWN_RULES, ...policies].map((rule) => [rule.id, rule]));
  const firsts = new Map(report.findings.toReversed().map((finding) => [finding.rule, finding]));
  const named = [...firsts].sort(([a], [b]) => byCodeUnit(a, b));
  const rules = named.map(([id, finding]) => describe(finding, catalogue.get(id)));
  const indices = new Map(named.map(([id], index) => [id, index]));
  const run: Run = {
    tool: { driver: { name: 'agent-generate', version: VERSION, rules } },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: report.verdict !== 'error', toolExecutionNotifications: failures(report) }],
    results: withFingerprints(report.findings).map(([finding, print]) => ({
      ...resultOf(finding),
      ruleIndex: indices.get(finding.rule) ?? -1,
      partialFingerprints: { 'agentGenerate/v1': print },
    })),
    properties: { verdict: report.verdict, digests: report.digests },
  };
  const log: Log = { $schema: SCHEMA, version: '2.1.0', runs: [run] };
  return jsonDocument(log);
}

/** A rule of somebody else's policy has no page of its own: its finding is all that is known of it. */
function describe(finding: Finding, rule: Rule | undefined): ReportingDescriptor {
  const { level, help, aliases } = rule ?? finding;
  return {
    id: finding.rule,
    shortDescription: { text: rule?.title ?? finding.rule },
    fullDescription: { text: rule?.description ?? finding.message },
    help: { text: inGeneral(help) },
    defaultConfiguration: { level },
    properties: { tags: ['security', ...aliases], 'security-severity': SEVERITIES[level] },
  };
}

function failures({ engines }: ComplianceReport) {
  return engines
    .filter(({ status }) => status === 'failed')
    .map(({ name, reason = '' }) => ({
      level: 'error' as const,
      message: { text: `The ${name} engine failed: ${reason}` },
    }));
}

function resultOf({ rule, level, message, file, range: { start, end }, help }: Finding): Result {
  return {
    ruleId: rule,
    level,
    message: { text: `${message} ${help}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
        },
      },
    ],
  };
}

/** A relative reference. Names of files are not ours: each part is escaped, and half of a surrogate pair has no UTF-8. */
function uriOf(file: string): string {
  const wellFormed = new TextDecoder().decode(new TextEncoder().encode(file));
  return wellFormed.split('/').map(encodeURIComponent).join('/');
}

/** Over the path, not the line: a finding stays the same when lines above it move. Equal ones are told apart by their number. */
function withFingerprints(findings: readonly Finding[]): (readonly [Finding, string])[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, file, path, message } = finding;
    const key = JSON.stringify([rule, file, path, message]);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return [finding, createHash('sha256').update(`${key}:${before}`).digest('hex')];
  });
}
