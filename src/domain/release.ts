/** Which commit of ours others may use: an earlier one, with a whole `dist/`. */
export interface Release {
  /** `owner/name`. */
  readonly repository: string;
  readonly version: string;
  /** Full object id. */
  readonly sha: string;
}
