import { type PermissionsFact, readPermissions } from '../facts/permissions.ts';
import type { Mapping } from '../facts/values.ts';

export interface Grant {
  readonly name: string;
  readonly risk: string | null;
}

/** What a write to it lets a job do, in the words of somebody who has to decide. */
const WRITES: Readonly<Record<string, string>> = {
  actions: 'it can cancel and start runs',
  attestations: 'it can vouch for artifacts in the name of the repository',
  checks: 'it can make a check pass',
  contents: 'it can change code, tags and releases',
  deployments: 'it can make deployments',
  'id-token': 'it can sign in elsewhere, such as at a cloud, as this repository',
  packages: 'it can publish packages and images',
  pages: 'it can publish the website',
  'pull-requests': 'it can change and approve pull requests',
  'security-events': 'it can change code-scanning alerts',
  statuses: 'it can make a commit look green',
};

const BY_DEFAULT =
  'no permissions are written, so it has what the repository gives by default, which may be everything';

/** What the token of a job may do: its own `permissions`, else the workflow's. */
export function grantsOf(job: Mapping, workflow: Mapping): Grant[] {
  const own = readPermissions(job.permissions, []);
  return grantsIn(own.kind === 'absent' ? readPermissions(workflow.permissions, []) : own);
}

function grantsIn({ kind, scopes }: PermissionsFact): Grant[] {
  switch (kind) {
    case 'absent':
      return [{ name: "the repository's default", risk: BY_DEFAULT }];
    case 'read-all':
      return [{ name: 'read-all', risk: null }];
    case 'write-all':
      return [{ name: 'write-all', risk: 'it can do everything that a token can' }];
    case 'scopes':
      return Object.entries(scopes)
        .filter(([, level]) => level !== 'none')
        .map(([scope, level]) => ({ name: `${scope}: ${level}`, risk: level === 'read' ? null : riskOf(scope) }));
  }
}

function riskOf(scope: string): string {
  return Object.hasOwn(WRITES, scope) ? (WRITES[scope] ?? '') : 'it can write';
}
