import type { Finding } from '../domain/finding.ts';

/** The files of the change that could not be used: what they would add to the pipeline is missing. */
export function unreadIn(findings: readonly Finding[]): string[] {
  return [...new Set(findings.flatMap(({ rule, file }) => (rule === 'UNREAD_IN_CHANGE' ? [file] : [])))];
}
