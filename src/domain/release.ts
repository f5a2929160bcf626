/** Which commit of ours others may use: an earlier one, with a whole `dist/`. */
export interface Release {
  /** `owner/name`. */
  readonly repository: string;
  readonly version: string;
  /** Full object id; null while nothing is released. */
  readonly sha: string | null;
  /** Whether everybody's workflows can fetch it: until then nothing generated uses it. (docs/decisions/0008) */
  readonly published: boolean;
}
