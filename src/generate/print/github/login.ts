import type { ImageRegistry } from '../../../domain/image-push.ts';
import { entry, map, plain, scalar, type YamlNode } from '../yaml.ts';
import { actionStep, type Inputs, type Press } from './actions.ts';

/** What logs in to a registry of images: by the workflow's own token, else by its identity, else by a secret of the job's environment. */
export function loginSteps(press: Press, { host, login }: ImageRegistry): YamlNode[] {
  const dockerLogin = (inputs: Inputs) =>
    actionStep(press, { name: 'Log in', uses: 'docker/login-action', with: { registry: host, ...inputs } });
  switch (login.kind) {
    case 'github':
      return [dockerLogin({ username: plain('${{ github.actor }}'), password: plain('${{ github.token }}') })];
    case 'aws':
      return [
        actionStep(press, {
          name: 'Take on the role',
          uses: 'aws-actions/configure-aws-credentials',
          with: { 'role-to-assume': plain('${{ vars.AWS_ROLE_TO_ASSUME }}'), 'aws-region': login.region },
        }),
        dockerLogin({}),
      ];
    case 'google':
      return [
        actionStep(press, {
          name: 'Exchange the token',
          id: 'auth',
          uses: 'google-github-actions/auth',
          with: {
            workload_identity_provider: plain('${{ vars.GCP_WORKLOAD_IDENTITY_PROVIDER }}'),
            service_account: plain('${{ vars.GCP_SERVICE_ACCOUNT }}'),
            token_format: 'access_token',
            create_credentials_file: false,
          },
        }),
        dockerLogin({ username: 'oauth2accesstoken', password: plain('${{ steps.auth.outputs.access_token }}') }),
      ];
    case 'azure':
      return [azureLogin(press), registryLogin(login.name)];
    case 'secrets':
      return [
        dockerLogin({
          username: plain('${{ vars.REGISTRY_USERNAME }}'),
          password: plain('${{ secrets.REGISTRY_PASSWORD }}'),
        }),
      ];
  }
}

function azureLogin(press: Press): YamlNode {
  return actionStep(press, {
    name: 'Exchange the token',
    uses: 'azure/login',
    with: {
      'client-id': plain('${{ vars.AZURE_CLIENT_ID }}'),
      'tenant-id': plain('${{ vars.AZURE_TENANT_ID }}'),
      'subscription-id': plain('${{ vars.AZURE_SUBSCRIPTION_ID }}'),
    },
  });
}

function registryLogin(name: string): YamlNode {
  return map([entry('name', scalar('Log in')), entry('run', scalar(`az acr login --name ${name}`))]);
}
