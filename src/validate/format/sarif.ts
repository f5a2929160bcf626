import { createHash } from 'node:crypto';
import type { Finding, Level } from '../../domain/finding.ts';
import type { ComplianceReport } from '../../domain/report.ts';
import type { Rule } from '../../domain/rule.ts';
import { byCodeUnit } from '../../domain/text.ts';
import { VERSION } from '../../domain/version.ts';

const LEVELS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'note' };

/** The report as SARIF 2.1.0, for code scanning: rules with help, regions in UTF-16 columns, stable fingerprints. */
export function reportSarif(report: ComplianceReport, catalogue: readonly Rule[]): string {
  const ids = [...new Set(report.findings.map(({ rule }) => rule))].sort(byCodeUnit);
  const rules = ids.map((id) =>
    ruleOf(
      id,
      catalogue.find((rule) => rule.id === id),
      report.findings.find(({ rule }) => rule === id),
    ),
  );
  const notifications = report.engines
    .filter(({ status }) => status === 'failed')
    .map(({ name, reason }) => ({ level: 'error', message: { text: `The engine ${name} failed: ${reason ?? ''}` } }));
  const run = {
    tool: { driver: { name: 'agent-generate', version: VERSION, rules } },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: report.verdict !== 'error', toolExecutionNotifications: notifications }],
    results: report.findings.map((finding, index) => resultOf(finding, ids, report.findings.slice(0, index))),
  };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

function ruleOf(id: string, rule: Rule | undefined, finding: Finding | undefined) {
  const help = rule?.help ?? finding?.help ?? '';
  return {
    id,
    shortDescription: { text: rule?.title ?? id },
    fullDescription: { text: rule?.description ?? id },
    help: { text: help },
    properties: { tags: [...(rule?.aliases ?? finding?.aliases ?? [])] },
  };
}

function resultOf(finding: Finding, ids: readonly string[], before: readonly Finding[]) {
  const { rule, level, message, file, range, path } = finding;
  const { start, end } = range;
  // The path, not the line: a finding stays the same when lines above it move.
  const key = JSON.stringify([rule, file, path, message]);
  const twin = before.filter(
    (other) => JSON.stringify([other.rule, other.file, other.path, other.message]) === key,
  ).length;
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: LEVELS[level],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file) },
          region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
        },
      },
    ],
    partialFingerprints: { 'agentGenerate/v1': createHash('sha256').update(`${key}:${twin}`).digest('hex') },
  };
}
