/** What a check finds, as a noun of its own. */
export const FOUND_NOUN =
  /^(?:errors?|warnings?|problems?|issues?|violations?|findings?|failures?|mistakes?|complaints?|offences?|offenses?|hits?)$/i;

/** What a check finds, in one phrase with the check: `lint errors`, `unused imports`, `vulnerable dependencies`. */
const FOUND =
  / (?:errors?|warnings?|problems?|issues?|violations?|findings?|failures?|mistakes?)$|^vulnerable | vulnerabilities |^unused |^shadowed /i;

/** Whether words name what a check finds, and not the check. */
export function isFoundBy(words: string): boolean {
  return FOUND.test(words);
}
