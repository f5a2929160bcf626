import * as z from 'zod/mini';
import { ActionError } from '../../domain/errors.ts';
import type { Actor } from '../../domain/event.ts';
import type { GitHubClient } from './client.ts';

export type Author = Actor;

/** For whom the job's own token speaks. */
const JOB = 'github-actions[bot]';

/** Tells what our token's bearer wrote from what others did. */
export interface Authorship {
  /** GitHub is asked who we are at most once, and only where the author may be us without being the job itself. */
  isOwn(author: Author | null): Promise<boolean>;
}

export function authorship(client: GitHubClient): Authorship {
  let asked: Promise<string> | undefined;
  const login = () => {
    asked ??= client.isAppToken ? appLogin(client) : userLogin(client);
    return asked;
  };
  return {
    isOwn: async (author) => {
      if (author === null) return false;
      // The job's token begins as every app's does, so its usual author need not be asked for; only a bot can be an app.
      if (client.isAppToken && author.login === JOB) return author.isBot;
      return author.isBot === client.isAppToken && author.login === (await login());
    },
  };
}

/** An app may not ask for its user; GraphQL tells who looks. Where that is not to be had, it is taken for the job. */
async function appLogin(client: GitHubClient): Promise<string> {
  try {
    const schema = z.object({ viewer: z.object({ login: z.string() }) });
    return (await client.query('query { viewer { login } }', {}, schema)).viewer.login;
  } catch (thrown) {
    if (thrown instanceof ActionError) return JOB;
    throw thrown;
  }
}

async function userLogin(client: GitHubClient): Promise<string> {
  return (await client.read('GET /user', {}, z.object({ login: z.string() }))).login;
}
