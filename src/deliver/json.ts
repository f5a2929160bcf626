import type { GeneratedFile } from '../domain/changes.ts';
import { jsonDocument } from '../domain/json-text.ts';
import type { Proposal } from '../domain/proposal.ts';
import { digestOf } from '../workflow/digest.ts';

/** `generate --json`, as contracts.md has it: one document, ended by a newline. `kept` is the configuration that keeps what was asked for. */
export function proposalJson(proposal: Proposal, kept: GeneratedFile | null = null): string {
  const { source, fallback, request, questions, changeSet, pipeline, report, usage } = proposal;
  const files = changeSet.files.map(fileJson);
  const accepted = kept && fileJson(kept);
  const covered = pipeline.covered.map(({ subject, check, by }) => ({
    subject,
    check,
    by: by.map(({ file, line }) => ({ file, line })),
  }));
  const milliseconds = Math.round(performance.now());
  return jsonDocument({ source, fallback, request, questions, files, accepted, covered, report, usage, milliseconds });
}

function fileJson({ path, content, status }: GeneratedFile) {
  return { path, digest: digestOf(content), status };
}
