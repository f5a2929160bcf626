import { DENIAL } from './clauses.ts';

/** `The linter does not run`, `cart has no linter`: how things are, which takes nothing away. */
const REPORT =
  /(?<!\p{L})(?:there (?:is|are) no|(?:has|have) no|do(?:es)?(?: not|n't)|(?:is|are|was|were)(?: not|n't)|(?:we|they) never|(?:is|are|was|were) never|(?:i|we|you) (?:can't|cannot|couldn't|could not)|why)(?!\p{L})/u;
const NO_REPORT =
  /(?<!\p{L})(?:should|shall|must|needs?|want|wants|would|longer|more|any ?more|like|let|please|nobody|no one)(?!\p{L})/u;
const ADDS =
  /^ ?(?:(?:please|so|then|now|can you|could you) )*(?:add|fix|mend|change|introduce|do|lint|make|set)(?: \p{L}+){0,2} ?(?:it|that|this|one|some)?(?: |$)/u;

/** Whether a clause tells that something is missing. An order (`do not lint it`) has nobody before it, and nothing that is done `yet`. */
export function isReport(clause: string, before: string): boolean {
  if (/(?<!\p{L})yet(?!\p{L})/u.test(clause) && DENIAL.test(clause)) return true;
  const found = REPORT.exec(clause);
  if (found === null || NO_REPORT.test(clause)) return false;
  if (/(?:^| )(?:we|they|you|i) ?$/.test(before)) return true;
  return (
    !/^(?:do|are|is)/.test(found[0]) ||
    /\p{L}/u.test(clause.slice(0, found.index).replace(/(?<!\p{L})(?:and|or|but|so|then)(?!\p{L})/gu, ''))
  );
}

/** Whether what is missing is wished for in the next clause: `… Add one`. */
export function isAdded(next: string | undefined): boolean {
  return next !== undefined && ADDS.test(next);
}
