import type { GeneratedFile } from '../domain/changes.ts';
import type { Covered } from '../domain/coverage.ts';
import { jsonDocument } from '../domain/json-text.ts';
import type { Effect, Proposal } from '../domain/proposal.ts';
import { digestOf } from '../workflow/digest.ts';

/** What a run found out beside its proposal. */
interface Beside {
  /** The configuration that keeps what was asked for. */
  readonly accepted: GeneratedFile | null;
  readonly effects: readonly Effect[];
}

/** What `generate --json` prints: one document, ended by a newline. Programs of others read it, so a name in it stays what it is. */
export function proposalJson(proposal: Proposal, beside: Beside): string {
  const { source, fallback, request, questions, changeSet, pipeline, report, usage } = proposal;
  const files = changeSet.files.map(fileJson);
  const accepted = beside.accepted && fileJson(beside.accepted);
  const understood = beside.effects.map(({ intent, does }) => ({ intent, does }));
  const covered = pipeline.covered.map(coveredJson);
  const overlaps = pipeline.overlaps.map((one) => ({ ...coveredJson(one), missed: one.missed }));
  const milliseconds = Math.round(performance.now());
  return jsonDocument({
    source,
    fallback,
    request,
    questions,
    files,
    accepted,
    covered,
    overlaps,
    understood,
    report,
    usage,
    milliseconds,
  });
}

function coveredJson({ subject, check, commands, isPart, by }: Covered) {
  const part = isPart ? { part: commands.map(({ run }) => run) } : {};
  return { subject, check, ...part, by: by.map(({ file, line }) => ({ file, line })) };
}

function fileJson({ path, content, status }: GeneratedFile) {
  return { path, digest: digestOf(content), status };
}
