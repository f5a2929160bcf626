/** Where a dependency is written: always installed, only where its extra or its group is asked for, or by a pipeline alone, as it asks for it. */
export type Membership =
  | { readonly kind: 'always' }
  | { readonly kind: 'extra'; readonly name: string }
  | { readonly kind: 'group'; readonly name: string; readonly isOptional: boolean }
  | { readonly kind: 'pipeline'; readonly requirement: string };

export interface Dependency {
  /** The distribution's name in the normal form of PEP 503. */
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly membership: Membership;
}

export const ALWAYS: Membership = { kind: 'always' };

/** A call of pip that installs, as it is typed. */
export const PIP_INSTALL = /^(?:python3? -m )?pip3? install /;

/** The name in a requirement of PEP 508; null for an option, an address or a path. */
export function requirementName(requirement: string): string | null {
  const name = /^\s*([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:$|[[=<>!~;@,(#\s])/.exec(requirement)?.[1];
  return name === undefined ? null : normalName(name);
}

/** `Psycopg2_Binary` is `psycopg2-binary`. (PEP 503) */
export function normalName(name: string): string {
  return name.toLowerCase().replace(/[._-]+/g, '-');
}
