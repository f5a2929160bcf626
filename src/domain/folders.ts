/** Whether a path, from the repository's root, is a folder or lies in it; `.` is the root, which has everything. */
export function isWithin(folder: string, path: string): boolean {
  return folder === '.' || path === folder || path.startsWith(`${folder}/`);
}
