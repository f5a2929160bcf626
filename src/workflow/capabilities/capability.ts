/** In the order in which people are told: what can do harm first. */
export const CAPABILITY_KINDS = ['permission', 'secret', 'trigger', 'runner', 'environment', 'action'] as const;
export type CapabilityKind = (typeof CAPABILITY_KINDS)[number];

/** One thing that a workflow may do, or is done with. All its texts come from the file: they are untrusted. */
export interface Capability {
  readonly kind: CapabilityKind;
  /** Such as `contents: write`, `DEPLOY_KEY`, `pull_request_target`, `self-hosted, linux`, `production`, `actions/checkout`. */
  readonly name: string;
  /** Of an action: what it is held to, a commit or a name; empty elsewhere. */
  readonly pin: string;
  /** Of an action: the comment behind its pin, which says the version; null where there is none. */
  readonly version: string | null;
  /** The jobs that have it, in the order of the file; none where it is the whole workflow's. */
  readonly jobs: readonly string[];
  /** Why it is high-risk, one clause; null where it is not. */
  readonly risk: string | null;
}

/** Whether an action is held to a commit, or an image to a digest: the code behind it cannot change. */
export function isHeld({ pin }: Capability): boolean {
  return /^(?:[0-9a-f]{40}|sha256:[0-9a-f]{64})$/.test(pin);
}

/** Whether it is an alarm: what is held to a commit does today what it did when it was looked at, so it is to be known and no more. */
export function isGrave(capability: Capability): boolean {
  return capability.risk !== null && (capability.kind !== 'action' || !isHeld(capability));
}
