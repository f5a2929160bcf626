/** A path with the stroke before it, and none behind; empty for one of no steps. */
export function stepOf(path: string): string {
  const plain = path.replace(/^\/?(.*?)\/?$/, '$1');
  return plain === '' ? '' : `/${plain}`;
}

/** What a block puts before its routes, where `outer` stands before it; null where its path is not plain. */
export function joinedPath(outer: string, path: string): string | null {
  const step = stepOf(path);
  return /[^\w./-]/.test(step) ? null : outer + step;
}

/** A route below what stands before it, with the stroke at its end where it is written with one. */
export function routeBelow(before: string, path: string): string {
  const rest = path === '' || path.startsWith('/') ? path : `/${path}`;
  return before.replace(/\/$/, '') + rest;
}
