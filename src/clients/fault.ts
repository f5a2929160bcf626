/** The code of an error of the operating system, such as `ENOENT`; undefined for any other thrown thing. */
export function codeOf(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined;
}

const CLAUSES: Readonly<Record<string, string>> = {
  EACCES: 'may not be opened by this user',
  EEXIST: 'is something else than a folder already',
  EFBIG: 'would be larger than this system allows',
  EISDIR: 'is a directory',
  ELOOP: 'is a chain of symbolic links without an end',
  ENAMETOOLONG: 'has a name that is too long',
  ENOENT: 'does not exist',
  ENOSPC: 'has no room on its disk',
  ENOTDIR: 'would lie below something that is no directory',
  EPERM: 'may not be changed by this user',
  EROFS: 'lies on a disk that is only for reading',
};

/** What is the matter with a path, as the end of a sentence that begins with it: in words where there are some, and with the code. */
export function clauseFor(thrown: unknown): string {
  const code = codeOf(thrown) ?? 'for a reason that is not known';
  return `${CLAUSES[code] ?? 'cannot be used'} (${code})`;
}
