// What speaks to GitHub: loaded where there is a token.
export { githubClient } from '../../clients/github/client.ts';
export { conversation } from '../../clients/github/conversation.ts';
export { remoteRepository } from '../../clients/github/remote.ts';
