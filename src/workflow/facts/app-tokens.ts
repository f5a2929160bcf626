import type { UsesFact } from './uses.ts';
import { asMapping, asText, entryOf, isMapping } from './values.ts';

/** A token of a GitHub App that a step makes, and how far it reaches. (actions/create-github-app-token, README) */
export interface AppTokenFact {
  /** Whether permissions are named; without, it has all that the app has. */
  readonly hasPermissions: boolean;
  /** An owner is named and no repository: without either it is for the workflow's own. */
  readonly isForAllRepositories: boolean;
  readonly outlivesJob: boolean;
}

/** What is of an organization, not of its repositories. */
const OF_ORGANIZATIONS = /^permission-(?:members$|organization-|custom-properties-for-organizations$|enterprise-)/;

/** Null where the step makes none, or where the run alone knows its inputs. */
export function readAppToken(uses: UsesFact | null, inputs: unknown): AppTokenFact | null {
  if (uses?.repository !== 'actions/create-github-app-token') return null;
  if (inputs !== undefined && !isMapping(inputs)) return null;
  const given = asMapping(inputs);
  const permissions = Object.keys(given).filter((name) => /^permission-/i.test(name));
  const isOfOrganization =
    permissions.length > 0 && permissions.every((name) => OF_ORGANIZATIONS.test(name.toLowerCase()));
  const isNamed = (name: string) => entryOf(given, name) !== undefined;
  return {
    hasPermissions: permissions.length > 0,
    isForAllRepositories: isNamed('owner') && !isNamed('repositories') && !isOfOrganization,
    outlivesJob: asText(entryOf(given, 'skip-token-revoke'))?.toLowerCase() === 'true',
  };
}
