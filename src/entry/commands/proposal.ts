import { writeFiles } from '../../clients/output.ts';
import { renderProposal } from '../../deliver/terminal/proposal.ts';
import { paintWith } from '../../domain/paint.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { GenerateInputs } from '../../inputs/command-line.ts';
import { renderProfile } from '../../profile/page.ts';
import type { Outcome } from '../../run.ts';
import { renderFindings } from '../../validate/format/text.ts';

/** Writes what is proven, and into the repository nothing that is there already. Gives the paths. Throws OUTPUT_NOT_WRITABLE, PATH_OUTSIDE, INTERRUPTED. */
export async function writeProposal(
  destination: GenerateInputs['destination'],
  repository: string,
  { report, changeSet }: Proposal,
): Promise<string[]> {
  if (destination.kind === 'none' || report.verdict !== 'pass') return [];
  if (destination.kind === 'folder') return await writeFiles(destination.path, changeSet.files);
  return await writeFiles(
    repository,
    changeSet.files.filter(({ status }) => status !== 'unchanged'),
  );
}

/** The run as a page, with the words of the rooms that it went through. */
export function proposalPage(
  { context, profile, proposal }: Outcome,
  written: readonly string[],
  color: boolean,
): string {
  const paint = paintWith(color);
  const sources = new Map(proposal.changeSet.files.map(({ path, content }) => [path, content]));
  return renderProposal({
    context,
    proposal,
    written,
    paint,
    profile: renderProfile(profile, { color }),
    findings: renderFindings(proposal.report.findings, sources, paint),
  });
}
