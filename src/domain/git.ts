/** What a git process gave back. */
export interface GitResult {
  readonly exitCode: number;
  readonly stdout: Uint8Array;
  /** Untrusted text, for messages only. */
  readonly stderr: string;
}

/** Runs git on one directory, hardened: nothing that a repository's configuration names is executed. */
export interface Git {
  readonly directory: string;
  /** Throws GIT_FAILED where git cannot be started, DEADLINE_EXCEEDED where it was cut off. A non-zero exit is a result. */
  run(args: readonly string[], input?: Uint8Array): Promise<GitResult>;
}
