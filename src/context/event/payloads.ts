import * as z from 'zod/mini';

/**
 * What we use of the payloads that GitHub documents (docs.github.com, "Webhook events and payloads"); all else in them is passed over.
 * What a run finds at GITHUB_EVENT_PATH has the same shape.
 */

const commit = z.string().check(z.regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/, 'must be a full object id'));
const filled = z.string().check(z.minLength(1, 'must not be empty'));
const count = z.int().check(z.positive('must be above 0'));

const account = z.object({ login: filled, type: filled });
const repository = z.object({ name: filled, owner: z.object({ login: filled }) });
/** The repository whose workflow runs. */
const home = z.object({ default_branch: filled });

const PullRequestPayload = z.object({
  number: count,
  user: account,
  head: z.object({ sha: commit, ref: filled, repo: z.nullable(repository) }),
  base: z.object({ sha: commit, ref: filled }),
  draft: z.boolean(),
  body: z.nullish(z.string()),
  labels: z.array(z.object({ name: z.string() })),
});

export const PullRequestEvent = z.object({
  action: filled,
  pull_request: PullRequestPayload,
  repository: home,
});

export const IssueCommentEvent = z.object({
  action: filled,
  issue: z.object({
    number: count,
    // Of accounts that are no longer there GitHub tells nothing.
    user: z.nullish(account),
    labels: z._default(z.array(z.object({ name: z.string() })), []),
    pull_request: z.optional(z.looseObject({})),
  }),
  comment: z.object({
    id: count,
    body: z.string(),
    user: account,
    author_association: filled,
    created_at: filled,
    updated_at: filled,
  }),
  repository: home,
});

export const PushEvent = z.object({
  ref: z.string().check(z.regex(/^refs\/(heads|tags)\/./, 'must begin with refs/heads/ or refs/tags/')),
  before: commit,
  after: commit,
  repository: home,
});

export const DispatchEvent = z.object({ ref: filled, repository: home });

export const RepositoryDispatchEvent = z.object({ branch: filled, repository: home });

/** GitHub leaves the repository out of it. */
export const ScheduleEvent = z.object({ schedule: filled, repository: z.optional(home) });
