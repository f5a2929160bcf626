import type { ImageRegistry, RegistryLogin } from '../../domain/image-push.ts';

/** Where images go that no registry is named for: what a workflow's own token may write to. */
const USUAL = 'ghcr.io';

/** The environment that holds what logs in to a registry that is not GitHub's. */
export const REGISTRY_ENVIRONMENT = 'image-registry';

/** A host with a dot or a port, and a path below it, all in lower case: what an image's name may begin with. (distribution, "reference") */
const NAME = /^([a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)+(?::\d{1,5})?|localhost:\d{1,5})((?:\/[a-z0-9][a-z0-9._-]*)*)\/?$/;

/** The registry that a wish names, or GitHub's own; null where it is no registry's name. */
export function registryOf(written: string | undefined): ImageRegistry | null {
  const [, host, path = ''] = NAME.exec(written ?? USUAL) ?? [];
  if (host === undefined) return null;
  return { host, namespace: path === '' ? null : path.slice(1), login: loginOf(host) };
}

function loginOf(host: string): RegistryLogin {
  const region = /^\d{12}\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com$/.exec(host)?.[1];
  const azure = /^([a-z0-9]+)\.azurecr\.io$/.exec(host)?.[1];
  if (host === USUAL) return { kind: 'github' };
  if (region !== undefined) return { kind: 'aws', region };
  if (azure !== undefined) return { kind: 'azure', name: azure };
  return /(^|-)docker\.pkg\.dev$/.test(host) ? { kind: 'google' } : { kind: 'secrets' };
}

/** What a person must set up before a job can push there: one sentence, or none where the token of the workflow is enough. */
export function registrySetup({ host, login }: ImageRegistry): string | null {
  const place = `in the environment ${REGISTRY_ENVIRONMENT} of the repository, protected so that only the branches and tags that may push reach it`;
  switch (login.kind) {
    case 'github':
      return null;
    case 'aws':
      return `Images are pushed to ${host} by OIDC: set the variable AWS_ROLE_TO_ASSUME ${place}, to a role that trusts this repository and that environment; the repositories of the images must be there.`;
    case 'google':
      return `Images are pushed to ${host} by OIDC: set the variables GCP_WORKLOAD_IDENTITY_PROVIDER and GCP_SERVICE_ACCOUNT ${place}.`;
    case 'azure':
      return `Images are pushed to ${host} by OIDC: set the variables AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_SUBSCRIPTION_ID ${place}, of an identity that trusts that environment.`;
    case 'secrets':
      return `Images are pushed to ${host}, which exchanges no token of GitHub for one of its own: set the variable REGISTRY_USERNAME and the secret REGISTRY_PASSWORD ${place}.`;
  }
}
