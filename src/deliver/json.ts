import { jsonDocument } from '../domain/json-text.ts';
import type { Proposal } from '../domain/proposal.ts';
import { digestOf } from '../workflow/digest.ts';

/** `generate --json`, as contracts.md has it: one document, ended by a newline. */
export function proposalJson(proposal: Proposal): string {
  const { source, fallback, request, questions, changeSet, pipeline, report, usage } = proposal;
  const files = changeSet.files.map(({ path, content, status }) => ({ path, digest: digestOf(content), status }));
  const covered = pipeline.covered.map(({ subject, check, by }) => ({
    subject,
    check,
    by: by.map(({ file, line }) => ({ file, line })),
  }));
  const milliseconds = Math.round(performance.now());
  return jsonDocument({ source, fallback, request, questions, files, covered, report, usage, milliseconds });
}
