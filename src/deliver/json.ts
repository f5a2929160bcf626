import { jsonDocument } from '../domain/json-text.ts';
import type { Proposal } from '../domain/proposal.ts';
import { digestOf } from '../workflow/digest.ts';

/** `generate --json`, as contracts.md has it: one document, ended by a newline. */
export function proposalJson({ source, fallback, request, questions, changeSet, report, usage }: Proposal): string {
  const files = changeSet.files.map(({ path, content, status }) => ({ path, digest: digestOf(content), status }));
  const milliseconds = Math.round(performance.now());
  return jsonDocument({ source, fallback, request, questions, files, report, usage, milliseconds });
}
