import type { FileStatus } from '../domain/changes.ts';
import type { WorkflowRun } from '../domain/event.ts';
import type { Fallback, Proposal, Rung } from '../domain/proposal.ts';
import type { Receipt } from '../domain/receipt.ts';
import type { Verdict } from '../domain/report.ts';
import type { Usage } from '../domain/usage.ts';
import type { ResolvedWish, WishFate, WishSource } from '../domain/wish.ts';
import { digestOf, digestOfJson } from '../workflow/digest.ts';

/** What became of one run: one line of JSON, also where it was refused or failed. Fields are added, and never change their meaning. */
export interface AuditRecord {
  readonly version: 1;
  /** When the run began, ISO 8601 in UTC. */
  readonly at: string;
  readonly run: { readonly url: string; readonly attempt: number; readonly event: string; readonly actor: string };
  readonly pullRequest: number | null;
  /** Full object ids; null where there is none, or it was not reached. */
  readonly commits: { readonly base: string | null; readonly head: string | null };
  /** Who asked for what in words, without secrets, lowest first; what became of it is its fate. */
  readonly asked: readonly RecordedWish[];
  /** The model that was to be asked, and the digest of what every model is told; null where none was. */
  readonly model: { readonly name: string; readonly prompt: string } | null;
  /** Null where the run did not come so far. */
  readonly proposal: RecordedProposal | null;
  /** What became of the comment. */
  readonly delivery: Receipt;
  /** Why nothing was proposed: the pull request is not served, or the run failed; null where something was. */
  readonly ended: { readonly code: string; readonly message: string } | null;
  readonly milliseconds: number;
}

export interface RecordedWish {
  readonly from: WishSource;
  readonly by: string | null;
  readonly url: string | null;
  readonly words: string;
  readonly fate: WishFate['kind'];
}

export interface RecordedProposal {
  readonly source: Rung;
  readonly fallback: Fallback | null;
  readonly verdict: Verdict;
  readonly digests: { readonly request: string; readonly input: string; readonly policy: string };
  readonly files: readonly { readonly path: string; readonly digest: string; readonly status: FileStatus }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly level: string;
    readonly file: string;
    readonly line: number;
  }[];
  readonly engines: readonly { readonly name: string; readonly status: string; readonly milliseconds: number }[];
  readonly questions: number;
  readonly usage: Usage;
}

export interface Recorded {
  readonly at: string;
  readonly run: WorkflowRun;
  readonly pullRequest: number | null;
  readonly base: string | null;
  readonly head: string | null;
  readonly wishes: readonly ResolvedWish[];
  readonly model?: AuditRecord['model'];
  readonly proposal: Proposal | null;
  readonly receipt: Receipt;
  readonly ended: AuditRecord['ended'];
  readonly milliseconds: number;
}

/** Pure: clock and durations are arguments. */
export function auditRecord(recorded: Recorded): AuditRecord {
  const { at, run, pullRequest, base, head, wishes, model = null, proposal, receipt, ended, milliseconds } = recorded;
  return {
    version: 1,
    at,
    run: { url: run.url, attempt: run.attempt, event: run.eventName, actor: run.actor },
    pullRequest,
    commits: { base, head },
    asked: wishes.map(({ from, by, url, words, fate }) => ({ from, by, url, words, fate: fate.kind })),
    model,
    proposal: proposal && recordedProposal(proposal),
    delivery: receipt,
    ended,
    milliseconds,
  };
}

function recordedProposal({
  source,
  fallback,
  request,
  changeSet,
  report,
  questions,
  usage,
}: Proposal): RecordedProposal {
  return {
    source,
    fallback,
    verdict: report.verdict,
    digests: { request: digestOfJson(request), ...report.digests },
    files: changeSet.files.map(({ path, content, status }) => ({ path, digest: digestOf(content), status })),
    findings: report.findings.map(({ rule, level, file, range }) => ({ rule, level, file, line: range.start.line })),
    engines: report.engines.map(({ name, status, milliseconds }) => ({ name, status, milliseconds })),
    questions: questions.length,
    usage,
  };
}

/** The line of a record, ended by a line break, and the digest of its bytes, the line break among them: what `sha256sum` says of the file. */
export function recordLine(record: AuditRecord): { readonly line: string; readonly digest: string } {
  const line = `${JSON.stringify(record)}\n`;
  return { line, digest: digestOf(line) };
}
