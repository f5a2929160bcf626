/** What stands in the place of a secret. */
export const REDACTED = '[redacted]';

/** Digests are long and mean nothing: without them, few lines look like a secret. */
const DIGEST =
  /\bsha(?:1|224|256|384|512)(?:[:-][A-Za-z0-9+/=]{1,200}|[.=][0-9a-f]{40,128}(?![A-Za-z0-9]))|@[0-9a-f]{40}\b/g;

/** How the kinds of secrets that `findSecrets` knows begin, or what stands around them. */
const MARKS: readonly RegExp[] = [
  /:\/\/[^\s/@]{0,200}:[^\s@]{1,300}@/,
  /PRIVATE KEY|_auth|hooks\.slack\.com|authorization["']?\s{0,4}[:=]/i,
  /key.{0,20}[A-Za-z0-9/+=]{40}/i,
  /\b(?:gh[pousr]|github_pat|hf|figd|gsk|ntn|ops|lin_api|shp[a-z]{2}|glc|glsa|npm)_[A-Za-z0-9]/,
  /\b(?:sk|glpat|xox[a-z]|xapp)-[A-Za-z0-9]|\b(?:SG|hvs)\.\w|\bdapi[A-Fa-f0-9]|\beyJ|\bA[A-Z0-9]{19}\b/,
  /\b(?=[A-Za-z_]{0,100}\d)\w{24,}\b/,
];

/**
 * Whether a text may hold a secret: cheap, and true of much that holds none. What looks more closely takes longer to load than to read a
 * repository, and is loaded where this is true.
 */
export function mayHoldSecret(text: string): boolean {
  const rest = text.includes('sha') || text.includes('@') ? text.replace(DIGEST, '') : text;
  return MARKS.some((mark) => mark.test(rest));
}
