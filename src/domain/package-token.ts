import type { Evidence } from './evidence.ts';

/** The token of a job, by which its manager takes packages from GitHub's own registry. */
export interface PackageToken {
  /** The variable in which the manager looks for it. */
  readonly variable: string;
  /** What a set-up has to tell the manager of the registry; null where the repository's own settings have it all. */
  readonly registry: { readonly url: string; readonly scope: string | null } | null;
  readonly because: readonly Evidence[];
}
