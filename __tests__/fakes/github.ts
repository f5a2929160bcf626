import { deadlineFromNow } from '../../src/clients/deadline.ts';
import { type ClientOptions, type GitHubClient, githubClient } from '../../src/clients/github/client.ts';

export const TOKEN = 'ghs_0123456789abcdefghijklmnopqrstuvwxyz';

export const SHOP = { owner: 'acme', name: 'shop' };

/** A client of the server at `apiUrl` that does not wait before it asks again. */
export function clientOf(apiUrl: string, options: Partial<ClientOptions> = {}): GitHubClient {
  const deadline = deadlineFromNow(20_000);
  return githubClient({ apiUrl, token: TOKEN, deadline, environment: {}, backoffMilliseconds: 0, ...options });
}
