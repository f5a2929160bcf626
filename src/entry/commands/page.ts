import { renderProposal } from '../../deliver/terminal/proposal.ts';
import { paintWith } from '../../domain/paint.ts';
import type { RepositoryContext } from '../../domain/repository.ts';
import { renderProfile } from '../../profile/page.ts';
import { renderFindings } from '../../validate/format/text.ts';
import type { Answer } from './proposal.ts';

export type TerminalPage = Answer & {
  readonly context: RepositoryContext;
  readonly written: readonly string[];
  readonly color: boolean;
  readonly isExplained?: boolean;
};

/** The proposal for a person at a terminal, or at a log. */
export function terminalPage({ context, profile, proposal, color, ...page }: TerminalPage): string {
  const paint = paintWith(color);
  const sources = new Map(proposal.changeSet.files.map(({ path, content }) => [path, content]));
  const findings = renderFindings(proposal.report.findings, sources, paint);
  return renderProposal({
    ...page,
    context,
    proposal,
    paint,
    profile: renderProfile(profile, { color }),
    findings,
  });
}
