/** A range of Python versions as semver writes it: `>=3.10,<4` is `>=3.10 <4`, `~=3.9` is `^3.9`. Any version where it is no range. */
export function pythonRange(version: string): string {
  const plain = version.replaceAll(',', ' ').replaceAll('~=', '^').replaceAll('==', '=');
  return /^[\s\d.x*<>=^~|-]+$/.test(plain) ? plain : '*';
}

/** The major version of a JDK: `21.0.2` and `temurin-21` are `21`, `1.8` is `8`. */
export function asked(version: string): string {
  return /(?:^|[^\d.])(?:1\.)?(\d+)/.exec(version)?.[1] ?? '';
}
