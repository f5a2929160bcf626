import type { Registry } from './profile.ts';

/** How something is published. */
export type Publication =
  /** What other jobs have packed, by the names of their artifacts. */
  | {
      readonly registry: Extract<Registry, 'npm' | 'pypi' | 'nuget' | 'rubygems'>;
      readonly artifacts: readonly [string, ...string[]];
    }
  | { readonly registry: 'crates'; readonly directory: string; readonly crates: readonly string[] }
  /** By the repository's own build tool. */
  | {
      readonly registry: 'maven-central';
      readonly tool: 'maven' | 'gradle';
      readonly directory: string;
      readonly run: string;
    };
