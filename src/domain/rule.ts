import type { Level } from './finding.ts';

/** A policy's own description of itself: its METADATA and its examples, as `policies/rules.json` has them. */
export interface Rule {
  /** Kebab case. */
  readonly id: string;
  /** What it judges. */
  readonly kind: 'workflow' | 'request';
  readonly title: string;
  readonly description: string;
  readonly level: Level;
  /** A sentence with `{name}` for each parameter of a finding; so is the help. */
  readonly message: string;
  readonly help: string;
  /** Ids of the same rule elsewhere. */
  readonly aliases: readonly string[];
  readonly good: string;
  readonly bad: string;
}

/** A rule's sentence with the values of one finding in the place of `{name}`. */
export function fill(template: string, params: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? (params[name] ?? whole) : whole,
  );
}

/** The same sentence about no finding in particular: `{name}` as NAME. */
export function inGeneral(template: string): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase());
}
