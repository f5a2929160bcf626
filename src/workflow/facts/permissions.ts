import type { DocumentPath } from '../../domain/finding.ts';
import { asText, isMapping } from './values.ts';

/** What a `permissions` grants. `absent`: the key is not there, so the repository's default holds. */
export interface PermissionsFact {
  readonly path: DocumentPath;
  readonly kind: 'absent' | 'read-all' | 'write-all' | 'scopes';
  /** Scopes that are written, with `read`, `write` or `none`. */
  readonly scopes: Readonly<Record<string, string>>;
}

export function readPermissions(value: unknown, path: DocumentPath): PermissionsFact {
  if (value === undefined) return { path, kind: 'absent', scopes: {} };
  const word = asText(value);
  if (word === 'read-all' || word === 'write-all') return { path, kind: word, scopes: {} };
  const scopes = isMapping(value)
    ? Object.entries(value).flatMap(([scope, level]) => (typeof level === 'string' ? [[scope, level] as const] : []))
    : [];
  return { path, kind: 'scopes', scopes: Object.fromEntries(scopes) };
}
