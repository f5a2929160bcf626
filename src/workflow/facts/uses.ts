import type { DocumentPath } from '../../domain/finding.ts';

/** What a `uses` names. */
export interface UsesFact {
  readonly path: DocumentPath;
  readonly raw: string;
  readonly kind: 'repository' | 'local' | 'docker' | 'dynamic' | 'invalid';
  /** `owner/name`, lower case; empty where it is no repository. */
  readonly repository: string;
  /** `owner/name/path` as written. */
  readonly action: string;
  readonly ref: string;
  readonly refKind: 'sha' | 'name' | 'none';
}

/** Reads `owner/name/path@ref`, `./path`, `$/path` and `docker://image`. */
export function readUses(raw: string, path: DocumentPath): UsesFact {
  const none = { path, raw, repository: '', action: '', ref: '', refKind: 'none' as const };
  if (raw.includes('${{')) return { ...none, kind: 'dynamic' };
  if (/^(\.{1,2}|\$)\//.test(raw)) return { ...none, kind: 'local' };
  if (raw.startsWith('docker://')) return { ...none, kind: 'docker' };
  const [, action = '', ref = ''] = /^([^@\s]+)@(\S+)$/.exec(raw) ?? [];
  const [owner, name] = (action || raw).split('/');
  if (!owner || !name) return { ...none, kind: 'invalid' };
  const refKind = /^[0-9a-f]{40}$/.test(ref) ? 'sha' : ref === '' ? 'none' : 'name';
  return {
    path,
    raw,
    kind: 'repository',
    repository: `${owner}/${name}`.toLowerCase(),
    action: action || raw,
    ref,
    refKind,
  };
}
