/** What the process of the cache is asked to do, in its current folder. */
export interface CacheOrder {
  readonly kind: 'restore' | 'save';
  readonly key: string;
  /** The newest entry whose key begins so is as good. */
  readonly prefixes: readonly string[];
}

/** `missing`: there is none, or it could not be saved; what the client printed says why. */
export type CacheTold =
  | { readonly kind: 'restored'; readonly key: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'saved' };

/** What an entry holds, relative to the folder that is worked in: the same name on every machine, so that the service finds it again. */
export const KEPT = 'kept';
