import type { Finding, Level } from '../domain/finding.ts';
import type { EngineName } from '../domain/report.ts';
import { ownFinding } from './own-finding.ts';

/** Findings of one engine about one file that a person would still read. A hostile file can have a hundred thousand. */
const MAX_FINDINGS = 200;

/** The first findings, and one that counts and weighs the rest. */
export function bounded(engine: EngineName, findings: readonly Finding[]): readonly Finding[] {
  const rest = findings.slice(MAX_FINDINGS);
  const [first] = rest;
  if (!first) return findings;
  const { file, range } = first;
  const params = { count: String(rest.length), engine };
  const more = ownFinding({ rule: 'too-many-findings', file, range, level: worst(rest), params });
  return [...findings.slice(0, MAX_FINDINGS), more];
}

function worst(findings: readonly Finding[]): Level {
  const levels = new Set(findings.map(({ level }) => level));
  if (levels.has('error')) return 'error';
  return levels.has('warning') ? 'warning' : 'note';
}
