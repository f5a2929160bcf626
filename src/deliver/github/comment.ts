import { acceptedSection } from './accepted.ts';
import { askedSection } from './asked.ts';
import { capabilitiesSection } from './capabilities.ts';
import type { CapabilityChange } from './capability-change.ts';
import { coveredSection } from './covered.ts';
import { findingsSection } from './findings.ts';
import { type Budget, fitted } from './fit.ts';
import { footer } from './footer.ts';
import { graphSection, releaseSection } from './graph.ts';
import { nextSteps } from './next-steps.ts';
import { type Cuts, type GithubPage, isUpToDate } from './page.ts';
import { diffSection, evidenceSection, folded, type LongParts, longParts } from './sections.ts';
import { understoodSection } from './understood.ts';
import { verdictSection } from './verdict.ts';

/** What GitHub takes of a comment; one more unit is refused as "Body is too long". */
export const COMMENT_LIMIT = 65_536;

/** Lines of evidence that are worth more than the diff which they would push out. */
const MOST_EVIDENCE = 120;

/**
 * The comment of a run, at most 65,536 UTF-16 units long. Begins with the marker. Where it has no room, first the diff is cut, then the
 * evidence, then lists; what it all comes to is never cut.
 */
export function renderComment(page: GithubPage): string {
  const limit = COMMENT_LIMIT - page.marker.length - 1;
  const body = renderWithin(page, { limit, measure: (text) => text.length, evidence: MOST_EVIDENCE });
  return `${page.marker}\n${body}`;
}

export interface PageBudget extends Budget {
  /** The most lines of evidence, also where there is room. */
  readonly evidence: number;
}

/** The same page without a marker, within a budget. */
export function renderWithin(page: GithubPage, budget: PageBudget): string {
  const parts = longParts(page);
  const { change } = page;
  const render = (cuts: Cuts) =>
    isUpToDate(page) ? upToDate(page, change, cuts) : proposed(page, change, parts, cuts);
  const evidence = Math.min(parts.evidence.length, budget.evidence);
  return fitted(render, { diff: parts.diff.length, evidence }, budget);
}

function proposed(page: GithubPage, change: CapabilityChange, parts: LongParts, cuts: Cuts): string {
  return together([
    verdictSection(page, change.risks, cuts),
    askedSection(page, cuts),
    understoodSection(page, cuts),
    capabilitiesSection(page, change, cuts),
    graphSection(page.proposal.pipeline),
    releaseSection(page.proposal.release),
    coveredSection(page, cuts),
    findingsSection(page, cuts),
    acceptedSection(page, cuts),
    diffSection(page, parts, cuts),
    evidenceSection(page, parts, cuts),
    folded('Accept it, change it, silence it', nextSteps(page), false),
    footer(page, cuts),
  ]);
}

/** The edition for a head that has all of it already: reviewers still see what it may do that the base's pipeline may not. */
function upToDate(page: GithubPage, change: CapabilityChange, cuts: Cuts): string {
  const { added, removed, moved } = change;
  const isSame = added.length + removed.length + moved.length === 0;
  return together([
    verdictSection(page, change.risks, cuts),
    askedSection(page, cuts),
    understoodSection(page, cuts),
    isSame ? '' : capabilitiesSection(page, change, cuts),
    coveredSection(page, cuts),
    findingsSection(page, cuts),
    footer(page, cuts),
  ]);
}

function together(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
