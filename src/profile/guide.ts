import type { ManagerName } from '../domain/profile.ts';

/** An entry of a table that detection goes by, as far as documentation shows it: the place. */
export interface Told {
  readonly from: string;
}

/** Where the versions of a tool are looked for. */
export interface VersionGuide {
  readonly tool: string;
  /** Best first. */
  readonly sources: readonly Told[];
  /** What else there is to know; a sentence. */
  readonly note?: string;
}

/** What documentation says of an ecosystem: in words, and by the tables that detection goes by. No run loads one. */
export interface Guide {
  /** As people call it. */
  readonly title: string;
  /** What makes a unit; a sentence. */
  readonly unit: string;
  /** Each manager with the names of its lock files. */
  readonly managers: Readonly<Partial<Record<ManagerName, readonly string[]>>>;
  /** What tells which of several managers is meant, best first. */
  readonly choice: readonly Told[];
  readonly versions: readonly VersionGuide[];
  /** Names of tasks or scripts that are looked for, best first, by what they are for. */
  readonly names?: Readonly<Record<string, readonly string[]>>;
  /** What is taken where the repository's own pipelines do not say otherwise; a sentence each. */
  readonly commands: Readonly<Record<'install' | 'lint' | 'test' | 'build', string>>;
}
