import type { Deadline } from '../domain/deadline.ts';
import type { Finding } from '../domain/finding.ts';
import type { Judge, Subject } from '../domain/judge.ts';
import type { ComplianceReport } from '../domain/report.ts';
import { byCodeUnit } from '../domain/text.ts';
import { digestOf, digestOfJson } from '../workflow/digest.ts';
import { makeReport } from './report.ts';

export interface ValidateOptions {
  readonly subjects: readonly Subject[];
  readonly judge: Judge;
  readonly deadline: Deadline;
  /** Findings of other stages about the same files. */
  readonly findings?: readonly Finding[];
}

/** Layer 3: every engine over every subject, as one report. Never rejects: what could not be judged is a verdict of `error`. */
export async function validate({
  subjects,
  judge,
  deadline,
  findings = [],
}: ValidateOptions): Promise<ComplianceReport> {
  const judging = judge.judge(subjects, deadline);
  // Made while the judge is at work.
  const digests = { input: inputDigest(subjects), policy: policyDigest(judge.policies) };
  return makeReport({ outcomes: await judging, findings, digests });
}

/** Of the one policy, or over the digests of all of them in their order. */
function policyDigest(policies: readonly Uint8Array[]): string {
  const [first = '', ...others] = policies.map(digestOf);
  return others.length === 0 ? first : digestOfJson([first, ...others]);
}

/** Over the sorted list of what was judged, each with its own digest: the order of arguments does not matter. */
function inputDigest(subjects: readonly Subject[]): string {
  const rows = subjects.map((subject) => ({
    path: subject.file,
    digest: subject.kind === 'file' ? digestOf(subject.bytes) : digestOfJson(subject.request),
  }));
  return digestOfJson(rows.sort((a, b) => byCodeUnit(a.path, b.path) || byCodeUnit(a.digest, b.digest)));
}
