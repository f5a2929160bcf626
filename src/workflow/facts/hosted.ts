/**
 * Whether a label is a name of GitHub's own standard runners. Any other label may be a machine of somebody's own. (docs.github.com,
 * "GitHub-hosted runners")
 */
export function isHosted(label: string): boolean {
  return /^(?:ubuntu|windows|macos)-(?:latest|slim|\d{2,4}(?:\.\d{1,2})?)(?:-(?:arm|intel|large|xlarge|vs\d{4}))?$/i.test(
    label,
  );
}
