import type { Deadline } from '../../domain/deadline.ts';
import type { Conversation, Remote } from '../../domain/github.ts';
import { readEnvironment } from '../../inputs/environment.ts';
import type { Job } from './job.ts';

/** The server that the job belongs to, as its token sees it. */
export interface GitHub {
  readonly remote: Remote;
  conversation(pullRequest: number): Conversation;
}

/** Null where the job has no token. Its client is loaded when there is one. Throws GITHUB_UNAUTHORIZED for what can be no token. */
export async function githubOf({ inputs, runner }: Job, deadline: Deadline): Promise<GitHub | null> {
  if (inputs.githubToken === '') return null;
  const { conversation, githubClient, remoteRepository } = await import('./github-client.ts');
  const { repository, apiUrl } = runner.run;
  const { variables: environment } = readEnvironment(false);
  const client = githubClient({ apiUrl, token: inputs.githubToken, deadline, environment });
  return {
    remote: remoteRepository(client, repository),
    conversation: (pullRequest) => conversation(client, repository, pullRequest),
  };
}
