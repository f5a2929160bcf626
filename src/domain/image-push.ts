/** How one logs in to a registry of images. `secrets` is what is left where no exchange of tokens is known. */
export type RegistryLogin =
  | { readonly kind: 'github' }
  | { readonly kind: 'aws'; readonly region: string }
  | { readonly kind: 'google' }
  | { readonly kind: 'azure'; readonly name: string }
  | { readonly kind: 'secrets' };

export interface ImageRegistry {
  readonly host: string;
  /** The path below which images lie; null where it follows from the repository's name. */
  readonly namespace: string | null;
  readonly login: RegistryLogin;
}

/** How images are pushed: always by digest, and named once they are signed. */
export interface ImagePush {
  readonly registry: ImageRegistry;
  /** None where the image is for the runner's own. */
  readonly platforms: readonly string[];
  /** Those of them that the runner can only imitate. */
  readonly foreign: readonly string[];
  readonly isScanned: boolean;
  readonly hasSbom: boolean;
  readonly hasProvenance: boolean;
  readonly isSigned: boolean;
  /** What the image is called by. */
  readonly tag: 'commit' | 'git-tag';
}
